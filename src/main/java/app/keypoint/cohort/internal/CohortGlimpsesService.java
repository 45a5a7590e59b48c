package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.CohortGlimpses;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
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
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final ReviewStatistics reviews;
  private final Clock clock;

  CohortGlimpsesService(
      CohortRepository cohorts,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      CohortQuizzes quizzes,
      Accounts accounts,
      Catalogue catalogue,
      ReviewStatistics reviews,
      Clock clock) {
    this.cohorts = cohorts;
    this.members = members;
    this.assignments = assignments;
    this.quizzes = quizzes;
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
    Map<Long, LearnerFigures> figures = figures(joined.values(), now);
    Map<Long, Set<String>> open = quizzes.openTo(ids);
    Map<Long, List<AssignmentEntity>> asked =
        assignments.findByCohortIdInAndDueAtAfterOrderByDueAtAscQuizIdAsc(ids, now).stream()
            .filter(row -> open.getOrDefault(row.cohortId, Set.of()).contains(row.quizId))
            .collect(Collectors.groupingBy(row -> row.cohortId));
    return ids.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id ->
                    glimpse(
                        joined.getOrDefault(id, List.of()).stream()
                            .flatMap(row -> Stream.ofNullable(figures.get(row.learnerId)))
                            .toList(),
                        next(asked.getOrDefault(id, List.of())))));
  }

  /** Of all who can sign in, each once; as many at a time as may be asked for. */
  private Map<Long, LearnerFigures> figures(
      Collection<List<CohortMemberEntity>> joined, Instant now) {
    Map<Long, LearnerFigures> figures = new HashMap<>();
    joined.stream()
        .flatMap(List::stream)
        .map(row -> row.learnerId)
        .distinct()
        .gather(Gatherers.windowFixed(Accounts.MAX_AT_ONCE))
        .forEach(
            some -> {
              Map<Long, LocalDate> today =
                  accounts.byIds(some).values().stream()
                      .filter(Account::enabled)
                      .collect(Collectors.toMap(Account::id, one -> one.calendar().dayOf(now)));
              Map<Long, LearnerFigures> found = reviews.figures(today);
              today
                  .keySet()
                  .forEach(id -> figures.put(id, found.getOrDefault(id, LearnerFigures.NONE)));
            });
    return figures;
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
