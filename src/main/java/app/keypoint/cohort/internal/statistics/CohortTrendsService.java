package app.keypoint.cohort.internal.statistics;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.Assignments.Terms;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.internal.assignment.AssignmentEntity;
import app.keypoint.cohort.internal.assignment.AssignmentRepository;
import app.keypoint.cohort.internal.assignment.AssignmentService;
import app.keypoint.cohort.internal.assignment.CohortExamRepository;
import app.keypoint.cohort.internal.assignment.ExtensionEntity;
import app.keypoint.cohort.internal.assignment.QuizOfLearner;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizStandings.Finish;
import app.keypoint.review.statistics.ReviewTrends;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final QuizStandings standings;
  private final Accounts accounts;
  private final ReviewTrends trends;
  private final Clock clock;

  CohortTrendsService(
      CohortAccess access,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      CohortExamRepository exams,
      CohortQuizzes quizzes,
      QuizStandings standings,
      Accounts accounts,
      ReviewTrends trends,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.assignments = assignments;
    this.exams = exams;
    this.quizzes = quizzes;
    this.standings = standings;
    this.accounts = accounts;
    this.trends = trends;
    this.clock = clock;
  }

  @Override
  public Trends of(long instructorId, long cohortId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Account instructor = accounts.require(instructorId);
    LocalDate today = instructor.today(clock);
    Map<Long, Instant> joined =
        members.findByCohortId(cohortId).stream()
            .collect(Collectors.toMap(row -> row.learnerId(), row -> row.joinedAt()));
    Set<Long> learners = joined.keySet();
    // What was done stays; what comes up waits for those alone who can come.
    Set<Long> waiting =
        accounts.byIds(learners).values().stream()
            .filter(Account::enabled)
            .map(Account::id)
            .collect(Collectors.toSet());
    return new Trends(
        cohort.toCohort(instructorId, learners.size()),
        trends.weeks(learners, today, WEEKS),
        Gap.of(trends.forgetting(learners, CohortTrends.Trends.firstDay(today))),
        trends.forecast(waiting, today, DAYS_AHEAD),
        cohort.archivedAt() == null
            ? dues(cohortId, joined, waiting, instructor, today)
            : List.of());
  }

  @Override
  public Map<Long, List<Integer>> reviewsByWeek(
      long instructorId, long cohortId, Collection<Long> learnerIds) {
    var unused = access.require(instructorId, cohortId);
    List<Long> ids =
        learnerIds.isEmpty()
            ? List.of()
            : members.findByCohortIdAndLearnerIdIn(cohortId, learnerIds).stream()
                .map(row -> row.learnerId())
                .toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    LocalDate today = accounts.require(instructorId).today(clock);
    return trends.answersByWeek(ids, today, TREND_WEEKS);
  }

  /** What is due, and what is examined, within the forecast; the nearest first. */
  private List<Due> dues(
      long cohortId,
      Map<Long, Instant> joined,
      Set<Long> waiting,
      Account instructor,
      LocalDate today) {
    Map<String, Quiz> served =
        quizzes.of(cohortId).stream().collect(Collectors.toMap(Quiz::id, Function.identity()));
    List<AssignmentEntity> asked =
        assignments.findByCohortIdOrderByDueAtAscQuizIdAsc(cohortId).stream()
            .filter(row -> served.containsKey(row.quizId()))
            .toList();
    Map<String, List<Instant>> extended =
        extended(
            asked,
            assignments.extensions(cohortId).stream()
                .filter(row -> waiting.contains(row.learnerId()))
                .toList(),
            joined);
    Stream<Due> due =
        asked.stream()
            .flatMap(
                row ->
                    due(
                        requireNonNull(served.get(row.quizId())),
                        row.dueAt(),
                        extended.getOrDefault(row.quizId(), List.of()),
                        instructor.calendar(),
                        today)
                        .stream());
    Stream<Due> examined =
        exams.findByCohortId(cohortId).stream()
            .filter(row -> served.containsKey(row.quizId()))
            .map(
                row ->
                    new Due(
                        requireNonNull(served.get(row.quizId())),
                        true,
                        row.examDay(),
                        row.examDay(),
                        0));
    LocalDate last = today.plusDays(DAYS_AHEAD - 1L);
    return Stream.concat(due, examined)
        .filter(each -> !each.lastDay().isBefore(today) && !each.lastDay().isAfter(last))
        .sorted(
            Comparator.comparing(Due::day)
                .thenComparingInt(each -> each.quiz().position())
                .thenComparing(Due::exam))
        .toList();
  }

  /** Until when those have who have more time and have not finished; a query if there are any. */
  private Map<String, List<Instant>> extended(
      List<AssignmentEntity> asked, List<ExtensionEntity> given, Map<Long, Instant> joined) {
    if (given.isEmpty()) {
      return Map.of();
    }
    Map<QuizOfLearner, List<Finish>> finished =
        QuizOfLearner.finished(
            standings.finishes(
                given.stream().map(row -> row.learnerId()).distinct().toList(),
                given.stream().map(row -> row.quizId()).distinct().toList()));
    Map<String, Terms> terms =
        asked.stream().collect(Collectors.toMap(row -> row.quizId(), AssignmentEntity::terms));
    return given.stream()
        .filter(row -> terms.containsKey(row.quizId()))
        .filter(
            row ->
                AssignmentService.deadline(
                        requireNonNull(joined.get(row.learnerId())),
                        requireNonNull(terms.get(row.quizId())),
                        row.dueAt(),
                        finished.getOrDefault(
                            new QuizOfLearner(row.quizId(), row.learnerId()), List.of()))
                    .filter(deadline -> deadline.done() == null)
                    .isPresent())
        .collect(
            Collectors.groupingBy(
                row -> row.quizId(), Collectors.mapping(row -> row.dueAt(), Collectors.toList())));
  }

  /** The next time that it is due for anybody who is waited for. */
  private static Optional<Due> due(
      Quiz quiz, Instant all, List<Instant> extended, StudyCalendar calendar, LocalDate today) {
    return Stream.concat(Stream.of(all), extended.stream().sorted())
        .filter(at -> !calendar.dayOf(at).isBefore(today))
        .findFirst()
        .map(
            at ->
                new Due(
                    quiz,
                    false,
                    LocalDate.ofInstant(at, calendar.zone()),
                    calendar.dayOf(at),
                    (int) extended.stream().filter(later -> later.isAfter(at)).count()));
  }
}
