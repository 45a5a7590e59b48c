package app.keypoint.cohort.internal;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.Unattended;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.LearnerHistories;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.LearnerAttempts;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizStandings.Finish;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.DayActivity;
import app.keypoint.review.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes in each method, for who looks at whom is recorded. */
@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class LearnerHistoryService implements LearnerHistories {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final AssignmentRepository assignments;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final LearnerAttempts attempts;
  private final QuizTaking taking;
  private final QuizStandings standings;
  private final ReviewStatistics reviews;
  private final AuditTrail audit;
  private final Clock clock;

  LearnerHistoryService(
      CohortAccess access,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      CohortQuizzes quizzes,
      Accounts accounts,
      LearnerAttempts attempts,
      QuizTaking taking,
      QuizStandings standings,
      ReviewStatistics reviews,
      AuditTrail audit,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.assignments = assignments;
    this.quizzes = quizzes;
    this.accounts = accounts;
    this.attempts = attempts;
    this.taking = taking;
    this.standings = standings;
    this.reviews = reviews;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public History of(long instructorId, long cohortId, long learnerId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Instant joined = joined(cohortId, learnerId);
    Account learner = look(cohort, learnerId);
    Map<String, Quiz> served =
        quizzes.of(cohortId).stream().collect(Collectors.toMap(Quiz::id, Function.identity()));
    LocalDate today = learner.calendar().dayOf(clock.instant());
    List<Day> days =
        reviews.activity(learnerId, today.minusWeeks(WEEKS), today.plusDays(1)).stream()
            .map(DayActivity::here)
            .filter(day -> day.answers() > 0)
            .map(day -> new Day(day.day(), day.answers(), day.retention(), day.timeTaken()))
            .sorted(Comparator.comparing(Day::day).reversed())
            .toList();
    return new History(
        cohort.toCohort(instructorId, members.countByCohortId(cohortId)),
        learnerId,
        learner.displayName(),
        joined,
        days,
        asked(cohortId, learnerId, served),
        attempts.of(learnerId, served.keySet(), MOST_ATTEMPTS).stream()
            .map(past -> past(past, requireNonNull(served.get(past.quizId()))))
            .toList());
  }

  private static Past past(LearnerAttempts.Past past, Quiz quiz) {
    return new Past(
        past.id(),
        quiz,
        past.state(),
        past.startedAt(),
        past.finishedAt(),
        past.marks(),
        past.max());
  }

  private List<Asked> asked(long cohortId, long learnerId, Map<String, Quiz> served) {
    List<AssignmentEntity> rows =
        assignments.findByCohortIdOrderByDueAtAscQuizIdAsc(cohortId).stream()
            .filter(row -> served.containsKey(row.quizId))
            .toList();
    Map<String, Instant> extended =
        assignments.extensions(cohortId).stream()
            .filter(row -> row.learnerId == learnerId)
            .collect(Collectors.toMap(row -> row.quizId, row -> row.dueAt));
    Map<String, List<Finish>> finished =
        standings
            .finishes(List.of(learnerId), rows.stream().map(row -> row.quizId).toList())
            .stream()
            .collect(Collectors.groupingBy(Finish::quizId));
    return rows.stream()
        .map(
            row ->
                new Asked(
                    requireNonNull(served.get(row.quizId)),
                    AssignmentService.deadline(
                        row.terms(),
                        extended.get(row.quizId),
                        finished.getOrDefault(row.quizId, List.of()))))
        .toList();
  }

  @Override
  public Attempted attempt(long instructorId, long cohortId, long learnerId, long attemptId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    var unused = joined(cohortId, learnerId);
    // A learner's own otherwise; whoever teaches them has just been found to do so.
    Attempt attempt = Unattended.call(() -> taking.attempt(learnerId, attemptId));
    Quiz quiz = quizzes.require(cohortId, attempt.quizId());
    Account learner = look(cohort, learnerId);
    return new Attempted(
        cohort.toCohort(instructorId, members.countByCohortId(cohortId)),
        learnerId,
        learner.displayName(),
        quiz,
        withoutConfidence(attempt));
  }

  private static Attempt withoutConfidence(Attempt attempt) {
    return new Attempt(
        attempt.id(),
        attempt.quizId(),
        attempt.state(),
        attempt.startedAt(),
        attempt.finishedAt(),
        attempt.items().stream()
            .map(
                item ->
                    new Attempt.Item(
                        item.position(),
                        item.asked(),
                        item.optionOrder(),
                        withoutConfidence(item.answer())))
            .toList());
  }

  private static Attempt.@Nullable Answer withoutConfidence(Attempt.@Nullable Answer answer) {
    return answer == null ? null : new Attempt.Answer(answer.response(), answer.outcome(), null);
  }

  private Account look(CohortEntity cohort, long learnerId) {
    Account learner = accounts.require(learnerId);
    audit.record(AuditNote.of(AuditKind.LEARNER_VIEWED).to(learner.username()).with(cohort.name));
    return learner;
  }

  private Instant joined(long cohortId, long learnerId) {
    Optional<Instant> joined =
        members.findByCohortIdAndLearnerIdIn(cohortId, List.of(learnerId)).stream()
            .map(row -> row.joinedAt)
            .findFirst();
    return joined.orElseThrow(
        () -> new GoneException("member " + learnerId + " in cohort " + cohortId));
  }
}
