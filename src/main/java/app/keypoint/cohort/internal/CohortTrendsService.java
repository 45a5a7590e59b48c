package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.CohortTrends;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.review.ReviewTrends;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class CohortTrendsService implements CohortTrends {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final AssignmentRepository assignments;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final ReviewTrends trends;
  private final Clock clock;

  CohortTrendsService(
      CohortAccess access,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      CohortQuizzes quizzes,
      Accounts accounts,
      ReviewTrends trends,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.assignments = assignments;
    this.quizzes = quizzes;
    this.accounts = accounts;
    this.trends = trends;
    this.clock = clock;
  }

  @Override
  public Trends of(long instructorId, long cohortId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Account instructor = accounts.require(instructorId);
    LocalDate today = instructor.calendar().dayOf(clock.instant());
    List<Long> learners =
        members.findByCohortId(cohortId).stream().map(row -> row.learnerId).toList();
    List<Long> learning =
        accounts.byIds(learners).values().stream()
            .filter(person -> !person.anonymous())
            .map(Account::id)
            .toList();
    return new Trends(
        cohort.toCohort(instructorId, learners.size()),
        trends.weeks(learners, today, WEEKS),
        Gap.of(trends.forgetting(learners, today.minusDays(7L * WEEKS - 1))),
        trends.forecast(learning, today, DAYS_AHEAD),
        cohort.archivedAt == null ? dues(cohortId, instructor, today) : List.of());
  }

  @Override
  public Map<Long, List<Integer>> reviewsByWeek(
      long instructorId, long cohortId, Collection<Long> learnerIds) {
    var unused = access.require(instructorId, cohortId);
    List<Long> ids =
        learnerIds.isEmpty()
            ? List.of()
            : members.findByCohortIdAndLearnerIdIn(cohortId, learnerIds).stream()
                .map(row -> row.learnerId)
                .toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return trends.answersByWeek(ids, today, TREND_WEEKS);
  }

  private List<Due> dues(long cohortId, Account instructor, LocalDate today) {
    Map<String, Quiz> served =
        quizzes.of(cohortId).stream().collect(Collectors.toMap(Quiz::id, Function.identity()));
    LocalDate last = today.plusDays(DAYS_AHEAD - 1L);
    return assignments.findByCohortIdOrderByDueAtAscQuizIdAsc(cohortId).stream()
        .flatMap(
            row ->
                Optional.ofNullable(served.get(row.quizId))
                    .map(quiz -> new Due(quiz, instructor.calendar().dayOf(row.dueAt)))
                    .stream())
        .filter(due -> !due.day().isBefore(today) && !due.day().isAfter(last))
        .toList();
  }
}
