package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.CohortGlimpses;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.review.LearnerFigures;
import app.keypoint.review.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the members of all cohorts at once: many are in several. */
@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class CohortGlimpsesService implements CohortGlimpses {

  private final CohortRepository cohorts;
  private final CohortMemberRepository members;
  private final AssignmentRepository assignments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final ReviewStatistics reviews;
  private final Clock clock;

  CohortGlimpsesService(
      CohortRepository cohorts,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      Accounts accounts,
      Catalogue catalogue,
      ReviewStatistics reviews,
      Clock clock) {
    this.cohorts = cohorts;
    this.members = members;
    this.assignments = assignments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.reviews = reviews;
    this.clock = clock;
  }

  @Override
  public Map<Long, Glimpse> of(long instructorId) {
    List<Long> ids =
        cohorts.findAllCounted(instructorId).stream()
            .map(CohortRepository.Counted::cohort)
            .filter(cohort -> cohort.archivedAt == null)
            .map(CohortEntity::id)
            .toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    Map<Long, List<CohortMemberEntity>> joined =
        members.findByCohortIdIn(ids).stream().collect(Collectors.groupingBy(row -> row.cohortId));
    Map<Long, Account> people = people(joined.values());
    Map<Long, LearnerFigures> figures =
        reviews.figures(
            people.values().stream()
                .collect(Collectors.toMap(Account::id, one -> one.calendar().dayOf(now))));
    Map<Long, List<AssignmentEntity>> asked =
        assignments.findByCohortIdInAndDueAtAfterOrderByDueAtAscQuizIdAsc(ids, now).stream()
            .collect(Collectors.groupingBy(row -> row.cohortId));
    return ids.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id ->
                    glimpse(
                        joined.getOrDefault(id, List.of()).stream()
                            .filter(row -> people.containsKey(row.learnerId))
                            .map(row -> figures.getOrDefault(row.learnerId, LearnerFigures.NONE))
                            .toList(),
                        next(asked.getOrDefault(id, List.of())))));
  }

  /** Whoever is more than the most at once is not counted: nobody runs so many. */
  private Map<Long, Account> people(Collection<List<CohortMemberEntity>> joined) {
    return accounts
        .byIds(
            joined.stream()
                .flatMap(List::stream)
                .map(row -> row.learnerId)
                .distinct()
                .limit(Accounts.MAX_AT_ONCE)
                .toList())
        .values()
        .stream()
        .filter(Account::enabled)
        .collect(Collectors.toMap(Account::id, Function.identity()));
  }

  private static Glimpse glimpse(List<LearnerFigures> of, @Nullable Due next) {
    return new Glimpse(
        of.size(),
        (int) of.stream().filter(each -> each.week().answers() > 0).count(),
        of.stream().mapToInt(each -> each.load().overdue()).sum(),
        next);
  }

  private @Nullable Due next(List<AssignmentEntity> asked) {
    return asked.stream()
        .flatMap(row -> catalogue.quiz(row.quizId).stream().map(quiz -> new Due(quiz, row.dueAt)))
        .findFirst()
        .orElse(null);
  }
}
