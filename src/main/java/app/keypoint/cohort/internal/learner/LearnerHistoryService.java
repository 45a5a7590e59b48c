package app.keypoint.cohort.internal.learner;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.Unattended;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.LearnerHistories;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.internal.assignment.AssignmentEntity;
import app.keypoint.cohort.internal.assignment.AssignmentRepository;
import app.keypoint.cohort.internal.assignment.AssignmentService;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.LearnerAttempts;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizStandings.Finish;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.history.ReviewAnswers;
import app.keypoint.review.history.ReviewAnswers.ReviewAnswer;
import app.keypoint.review.history.ReviewAnswers.WithCard;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.ReviewStatistics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes in nearly each method, for who looks at whom is recorded. */
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
  private final ReviewAnswers answers;
  private final Catalogue catalogue;
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
      ReviewAnswers answers,
      Catalogue catalogue,
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
    this.answers = answers;
    this.catalogue = catalogue;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public History of(long instructorId, long cohortId, long learnerId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Instant joined = joined(cohortId, learnerId);
    Account learner = look(cohort, learnerId);
    Map<String, Quiz> served = served(cohortId);
    return new History(
        cohort.toCohort(instructorId, members.countByCohortId(cohortId)),
        learnerId,
        learner.displayName(),
        joined,
        days(learner, served),
        asked(cohortId, learnerId, joined, served),
        attempts.of(learnerId, served.keySet(), MAX_ATTEMPTS).stream()
            .map(past -> past(past, requireNonNull(served.get(past.quizId()))))
            .toList(),
        attempts.count(learnerId, served.keySet()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Day> daysToTakeAlong(long instructorId, long cohortId, long learnerId) {
    var unused = access.require(instructorId, cohortId);
    var member = joined(cohortId, learnerId);
    return days(accounts.require(learnerId), served(cohortId));
  }

  @Override
  @Transactional(readOnly = true)
  public void attemptsToTakeAlong(
      long instructorId, long cohortId, long learnerId, Consumer<? super Past> attempt) {
    var unused = access.require(instructorId, cohortId);
    var member = joined(cohortId, learnerId);
    Map<String, Quiz> served = served(cohortId);
    attempts.each(
        learnerId,
        served.keySet(),
        past -> attempt.accept(past(past, requireNonNull(served.get(past.quizId())))));
  }

  private List<Day> days(Account learner, Map<String, Quiz> served) {
    LocalDate today = learner.today(clock);
    LocalDate from = today.minusWeeks(WEEKS);
    LocalDate to = today.plusDays(1);
    Set<LocalDate> listed = answers.days(learner.id(), served.keySet(), from, to);
    return reviews.activity(learner.id(), from, to).stream()
        .map(DayActivity::here)
        .filter(day -> day.answers() > 0)
        .map(
            day ->
                new Day(
                    day.day(),
                    day.answers(),
                    day.retention(),
                    day.timeTaken(),
                    listed.contains(day.day())))
        .sorted(Comparator.comparing(Day::day).reversed())
        .toList();
  }

  private Map<String, Quiz> served(long cohortId) {
    return quizzes.of(cohortId).stream().collect(Collectors.toMap(Quiz::id, Function.identity()));
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

  private List<AssignedQuiz> asked(
      long cohortId, long learnerId, Instant joined, Map<String, Quiz> served) {
    List<AssignmentEntity> rows =
        assignments.findByCohortIdOrderByDueAtAscQuizIdAsc(cohortId).stream()
            .filter(row -> served.containsKey(row.quizId()))
            .toList();
    Map<String, Instant> extended =
        assignments.extensions(cohortId).stream()
            .filter(row -> row.learnerId() == learnerId)
            .collect(Collectors.toMap(row -> row.quizId(), row -> row.dueAt()));
    Map<String, List<Finish>> finished =
        AssignmentService.finishes(
            standings, learnerId, rows.stream().map(row -> row.quizId()).toList());
    return rows.stream()
        .flatMap(
            row ->
                AssignmentService.deadline(
                    joined,
                    row.terms(),
                    extended.get(row.quizId()),
                    finished.getOrDefault(row.quizId(), List.of()))
                    .map(
                        deadline ->
                            new AssignedQuiz(requireNonNull(served.get(row.quizId())), deadline))
                    .stream())
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

  @Override
  public ReviewedDay reviews(
      long instructorId, long cohortId, long learnerId, LocalDate day, int page) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    var unused = joined(cohortId, learnerId);
    if (page < 0) {
      throw new IllegalArgumentException("page is " + page);
    }
    Account learner = look(cohort, learnerId);
    Map<String, Quiz> served = served(cohortId);
    List<WithCard> found =
        answers.ofDay(
            learnerId,
            day,
            served.keySet(),
            (long) page * REVIEWS_OF_A_PAGE,
            REVIEWS_OF_A_PAGE + 1);
    List<WithCard> shown = found.stream().limit(REVIEWS_OF_A_PAGE).toList();
    Map<Long, QuestionVersion> asked =
        catalogue.versions(
            shown.stream()
                .flatMap(one -> Stream.ofNullable(one.answer().questionVersionId()))
                .collect(Collectors.toSet()));
    return new ReviewedDay(
        cohort.toCohort(instructorId, members.countByCohortId(cohortId)),
        learnerId,
        learner.displayName(),
        day,
        shown.stream()
            .map(
                one ->
                    new Reviewed(
                        requireNonNull(served.get(one.answer().quizId())),
                        question(one.answer(), asked),
                        one))
            .toList(),
        found.size() > REVIEWS_OF_A_PAGE);
  }

  /** Old entries do not say which wording it was: the present one, if there is one. */
  private @Nullable Question question(ReviewAnswer answer, Map<Long, QuestionVersion> asked) {
    Long version = answer.questionVersionId();
    return version == null
        ? catalogue.question(answer.questionId()).map(QuestionVersion::question).orElse(null)
        : requireNonNull(asked.get(version)).question();
  }

  private Account look(CohortEntity cohort, long learnerId) {
    Account learner = accounts.require(learnerId);
    audit.recordOrRefuse(
        AuditNote.of(AuditKind.LEARNER_VIEWED).to(learner.username()).with(cohort.name()));
    return learner;
  }

  private Instant joined(long cohortId, long learnerId) {
    Optional<Instant> joined =
        members.findByCohortIdAndLearnerIdIn(cohortId, List.of(learnerId)).stream()
            .map(row -> row.joinedAt())
            .findFirst();
    return joined.orElseThrow(
        () -> new GoneException("member " + learnerId + " in cohort " + cohortId));
  }
}
