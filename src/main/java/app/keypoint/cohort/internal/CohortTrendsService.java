package app.keypoint.cohort.internal;

import static java.util.Objects.requireNonNull;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class CohortTrendsService implements CohortTrends {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final AssignmentRepository assignments;
  private final CohortExamRepository exams;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final ReviewTrends trends;
  private final Clock clock;

  CohortTrendsService(
      CohortAccess access,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      CohortExamRepository exams,
      CohortQuizzes quizzes,
      Accounts accounts,
      ReviewTrends trends,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.assignments = assignments;
    this.exams = exams;
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
    // What was done stays; what comes up waits for those alone who can come.
    Set<Long> waiting =
        accounts.byIds(learners).values().stream()
            .filter(Account::enabled)
            .map(Account::id)
            .collect(Collectors.toSet());
    return new Trends(
        cohort.toCohort(instructorId, learners.size()),
        trends.weeks(learners, today, WEEKS),
        Gap.of(trends.forgetting(learners, today.minusDays(7L * WEEKS - 1))),
        trends.forecast(waiting, today, DAYS_AHEAD),
        cohort.archivedAt == null ? dues(cohortId, waiting, instructor, today) : List.of());
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
    LocalDate today = accounts.require(instructorId).calendar().dayOf(clock.instant());
    return trends.answersByWeek(ids, today, TREND_WEEKS);
  }

  /** What is due, and what is examined, within the forecast; the nearest first. */
  private List<Due> dues(long cohortId, Set<Long> waiting, Account instructor, LocalDate today) {
    Map<String, Quiz> served =
        quizzes.of(cohortId).stream().collect(Collectors.toMap(Quiz::id, Function.identity()));
    Map<String, Long> extended =
        assignments.extensions(cohortId).stream()
            .filter(row -> waiting.contains(row.learnerId))
            .collect(Collectors.groupingBy(row -> row.quizId, Collectors.counting()));
    Stream<Due> due =
        assignments.findByCohortIdOrderByDueAtAscQuizIdAsc(cohortId).stream()
            .filter(row -> served.containsKey(row.quizId))
            .map(
                row ->
                    new Due(
                        requireNonNull(served.get(row.quizId)),
                        false,
                        LocalDate.ofInstant(row.dueAt, instructor.calendar().zone()),
                        instructor.calendar().dayOf(row.dueAt),
                        Math.toIntExact(extended.getOrDefault(row.quizId, 0L))));
    Stream<Due> examined =
        exams.findByCohortId(cohortId).stream()
            .filter(row -> served.containsKey(row.quizId))
            .map(
                row ->
                    new Due(
                        requireNonNull(served.get(row.quizId)), true, row.examDay, row.examDay, 0));
    LocalDate last = today.plusDays(DAYS_AHEAD - 1L);
    return Stream.concat(due, examined)
        .filter(each -> !each.lastDay().isBefore(today) && !each.lastDay().isAfter(last))
        .sorted(
            Comparator.comparing(Due::day)
                .thenComparingInt(each -> each.quiz().position())
                .thenComparing(Due::exam))
        .toList();
  }
}
