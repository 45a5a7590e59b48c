package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.CohortTrends;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.review.DayActivity;
import app.keypoint.review.ReviewStatistics;
import app.keypoint.review.ReviewTrends;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
  private final ReviewStatistics reviews;
  private final Clock clock;

  CohortTrendsService(
      CohortAccess access,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      CohortQuizzes quizzes,
      Accounts accounts,
      ReviewTrends trends,
      ReviewStatistics reviews,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.assignments = assignments;
    this.quizzes = quizzes;
    this.accounts = accounts;
    this.trends = trends;
    this.reviews = reviews;
    this.clock = clock;
  }

  @Override
  public Trends of(long instructorId, long cohortId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Account instructor = accounts.require(instructorId);
    LocalDate today = instructor.calendar().dayOf(clock.instant());
    List<Long> learners =
        members.findByCohortId(cohortId).stream().map(row -> row.learnerId).toList();
    return new Trends(
        cohort.toCohort(instructorId, learners.size()),
        trends.weeks(learners, today, WEEKS),
        Gap.of(trends.forgetting(learners, today.minusDays(7L * WEEKS - 1))),
        trends.forecast(learners, today, DAYS_AHEAD),
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
    // A day may be ahead of it further east: it counts as today.
    return reviews
        .activity(ids, today.minusDays(7L * TREND_WEEKS - 1), today.plusDays(1))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> weeks(entry.getValue(), today)));
  }

  private static List<Integer> weeks(List<DayActivity> days, LocalDate today) {
    List<Integer> weeks = new ArrayList<>(Collections.nCopies(TREND_WEEKS, 0));
    for (DayActivity day : days) {
      int back = (int) Math.max(0, today.toEpochDay() - day.day().toEpochDay()) / 7;
      weeks.set(TREND_WEEKS - 1 - back, weeks.get(TREND_WEEKS - 1 - back) + day.answers());
    }
    return weeks;
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
