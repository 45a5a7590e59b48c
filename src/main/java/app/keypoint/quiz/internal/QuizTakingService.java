package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.content.grading.Grading;
import app.keypoint.content.grading.OptionOrder;
import app.keypoint.content.grading.Outcome;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.AttemptClosedException;
import app.keypoint.quiz.FinishedAttempt;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.quiz.QuizOverruled;
import app.keypoint.quiz.QuizStarted;
import app.keypoint.quiz.QuizTaking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every change first takes the learner's standing row, so that tabs and devices wait in line. */
@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class QuizTakingService implements QuizTaking {

  private final AttemptRepository attempts;
  private final StandingRepository standings;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final Translations translations;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  QuizTakingService(
      AttemptRepository attempts,
      StandingRepository standings,
      Catalogue catalogue,
      OpenQuizzes open,
      Translations translations,
      Accounts accounts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.attempts = attempts;
    this.standings = standings;
    this.catalogue = catalogue;
    this.open = open;
    this.translations = translations;
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Attempt start(long learnerId, String quizId) {
    StandingEntity standing = standing(learnerId, quizId);
    return standing.openAttemptId == null
        ? begin(standing)
        : view(require(standing.openAttemptId, learnerId));
  }

  @Override
  public Attempt startAgain(long learnerId, String quizId) {
    StandingEntity standing = standing(learnerId, quizId);
    if (standing.openAttemptId != null) {
      AttemptEntity open = require(standing.openAttemptId, learnerId);
      open.state = Attempt.State.DROPPED;
      standing.close();
    }
    return begin(standing);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean canBegin(long learnerId, String quizId) {
    return open.isFor(learnerId, quizId);
  }

  @Override
  @Transactional(readOnly = true)
  public Attempt attempt(long learnerId, long attemptId) {
    return view(require(attemptId, learnerId));
  }

  @Override
  @Transactional(readOnly = true)
  public List<FinishedAttempt> finished(long learnerId, String quizId) {
    return attempts.finished(learnerId, quizId);
  }

  @Override
  public Outcome answer(
      long learnerId, long attemptId, int position, Response response, Duration timeTaken) {
    return answer(learnerId, attemptId, position, response, timeTaken, null);
  }

  @Override
  public Outcome answer(
      long learnerId,
      long attemptId,
      int position,
      Response response,
      Duration timeTaken,
      @Nullable Confidence confidence) {
    StandingEntity standing = standings.lockOpen(learnerId, attemptId).orElse(null);
    AttemptItemEntity item = item(learnerId, attemptId, position);
    Question question = question(item);
    if (item.response != null) {
      return outcome(item, question);
    }
    if (standing == null) {
      throw new AttemptClosedException(attemptId);
    }
    Instant now = clock.instant();
    Outcome outcome = graded(question, withoutOverrule(response));
    LocalDate day = accounts.require(learnerId).calendar().dayOf(now);
    item.answer(withoutOverrule(response), outcome, now, day, timeTaken, confidence);
    standing.saved(now);
    accounts.seen(learnerId, now);
    if (standing.allAnswered() && !canBeOverruled(question, outcome)) {
      finish(standing, require(attemptId, learnerId));
    }
    // Last, since it bumps a counter of the day, which everybody locks last.
    events.publishEvent(
        new QuizAnswered(learnerId, now, day, ConfidenceTally.of(confidence, outcome.right())));
    return outcome;
  }

  @Override
  public Outcome overrule(long learnerId, long attemptId, int position) {
    boolean open = standings.lockOpen(learnerId, attemptId).isPresent();
    AttemptItemEntity item = item(learnerId, attemptId, position);
    Question question = question(item);
    if (!(item.response instanceof Response.Typed typed)) {
      throw new IllegalArgumentException("Position " + position + " has no typed answer");
    }
    Outcome before = outcome(item, question);
    if (before.right()) {
      return before;
    }
    if (!open) {
      throw new AttemptClosedException(attemptId);
    }
    Response overruled = typed.overruled(true);
    Outcome outcome = graded(question, overruled);
    item.grade(overruled, outcome);
    if (item.confidence != null && item.studyDay != null && outcome.right()) {
      events.publishEvent(new QuizOverruled(learnerId, item.studyDay, item.confidence));
    }
    return outcome(item, question);
  }

  @Override
  public void finish(long learnerId, long attemptId) {
    StandingEntity standing = standings.lockOpen(learnerId, attemptId).orElse(null);
    AttemptEntity attempt = require(attemptId, learnerId);
    if (standing != null) {
      if (!standing.allAnswered()) {
        throw new IllegalStateException("Attempt " + attemptId + " has open questions");
      }
      finish(standing, attempt);
    } else if (attempt.state == Attempt.State.DROPPED) {
      throw new AttemptClosedException(attemptId);
    }
  }

  private StandingEntity standing(long learnerId, String quizId) {
    if (catalogue.quiz(quizId).isEmpty()) {
      throw new GoneException("quiz " + quizId);
    }
    standings.makeSure(learnerId, quizId);
    return standings.lock(learnerId, quizId);
  }

  private Attempt begin(StandingEntity standing) {
    Quiz quiz = open.require(standing.learnerId, standing.quizId);
    int ordinal = attempts.latest(standing.learnerId, standing.quizId) + 1;
    AttemptEntity attempt =
        new AttemptEntity(standing.learnerId, standing.quizId, ordinal, clock.instant());
    Random random = new Random();
    for (QuestionVersion version : quiz.questions()) {
      attempt.add(
          new AttemptItemEntity(
              attempt,
              attempt.items.size() + 1,
              version,
              OptionOrder.shuffled(version.question(), random)));
    }
    attempts.save(attempt);
    standing.open(attempt);
    events.publishEvent(new QuizStarted(attempt.id(), standing.learnerId, standing.quizId));
    return view(attempt);
  }

  /** The score is that of the moment of the last answer, however much later it becomes final. */
  private void finish(StandingEntity standing, AttemptEntity attempt) {
    Instant at = Objects.requireNonNull(standing.savedAt);
    attempt.finish(at);
    standing.finish(attempt);
    events.publishEvent(
        new QuizFinished(
            attempt.id(),
            attempt.learnerId,
            attempt.quizId,
            at,
            attempt.marks == null ? 0 : attempt.marks,
            attempt.maxMarks,
            attempt.items.stream()
                .filter(item -> catalogue.question(item.questionId).isPresent())
                .map(
                    item ->
                        new QuizFinished.Result(
                            item.questionId, item.marksOrZero() >= 1, item.confidence))
                .toList()));
  }

  private AttemptEntity require(long attemptId, long learnerId) {
    return attempts
        .find(attemptId, learnerId)
        // An item that was read before left a proxy in its place, whose fields are empty.
        .map(attempt -> Hibernate.unproxy(attempt, AttemptEntity.class))
        .orElseThrow(() -> new GoneException("attempt " + attemptId));
  }

  private AttemptItemEntity item(long learnerId, long attemptId, int position) {
    return attempts
        .item(attemptId, learnerId, position)
        .orElseThrow(() -> new GoneException("question " + position + " in " + attemptId));
  }

  private Question question(AttemptItemEntity item) {
    return Objects.requireNonNull(
            catalogue.versions(List.of(item.questionVersionId)).get(item.questionVersionId))
        .question();
  }

  private Attempt view(AttemptEntity attempt) {
    Map<Long, QuestionVersion> versions =
        catalogue.versions(attempt.items.stream().map(item -> item.questionVersionId).toList());
    return new Attempt(
        attempt.id(),
        attempt.quizId,
        attempt.state,
        attempt.startedAt,
        attempt.finishedAt,
        attempt.items.stream()
            .map(item -> view(item, Objects.requireNonNull(versions.get(item.questionVersionId))))
            .toList());
  }

  private Attempt.Item view(AttemptItemEntity item, QuestionVersion asked) {
    return new Attempt.Item(
        item.position,
        asked,
        item.optionOrder(),
        item.response == null
            ? null
            : new Attempt.Answer(item.response, outcome(item, asked.question()), item.confidence));
  }

  /**
   * What was recorded stands, whatever grading has become since; its reasons are today's. What each
   * blank was worth is not recorded, so it is said only where it adds up to what was.
   */
  private Outcome outcome(AttemptItemEntity item, Question question) {
    Outcome today = graded(question, Objects.requireNonNull(item.response));
    boolean asThen = Math.abs(today.marks() - item.marksOrZero()) < 1e-9;
    return new Outcome(
        item.marksOrZero(), item.match, today.why(), asThen ? today.blanks() : List.of());
  }

  /** By the language in which the question was shown. */
  private Outcome graded(Question question, Response response) {
    return Grading.outcome(translations.shown(question, response), response);
  }

  /** Only {@link #overrule} overrules: an answer cannot be sent as right. */
  private static Response withoutOverrule(Response response) {
    return response instanceof Response.Typed typed ? typed.overruled(false) : response;
  }

  private static boolean canBeOverruled(Question question, Outcome outcome) {
    return question instanceof Question.Typed && !outcome.right();
  }
}
