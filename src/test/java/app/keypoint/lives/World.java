package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.review.CatchingUp;
import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Studying;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Lets happen to the services and to the models alike what an operation says. */
final class World {

  static final Instant START = Instant.parse("2031-03-05T09:00:00Z");
  static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Shanghai"), ZoneId.of("America/Los_Angeles"));
  static final Duration PACE = Studying.PACE;

  final ApplicationContext context;
  final Shelf shelf;
  final Meters meters;
  final List<Life> lives;

  /** Exams of the cohort that all are in, by quiz. */
  final Map<String, LocalDate> cohortExams = new TreeMap<>();

  Instant now = START;

  private final Cohorting cohort;
  private final ReviewOps reviews;
  private final CardOps cards;
  private final QuizOps quizzes;
  private final PracticeOps practice;
  private final ImportOps imports;
  private final SettingOps settings;

  World(ApplicationContext context, Shelf shelf, DuringLoad load, Meters meters, Cohorting cohort) {
    this.context = context;
    this.shelf = shelf;
    this.meters = meters;
    this.cohort = cohort;
    this.lives =
        cohort.learners().stream()
            .map(account -> new Life(account, new Model(shelf::served)))
            .toList();
    this.reviews = new ReviewOps(this);
    this.cards = new CardOps(this, load);
    this.quizzes = new QuizOps(this);
    this.practice = new PracticeOps(this);
    this.imports = new ImportOps(this);
    this.settings = new SettingOps(this);
  }

  void apply(Op op) {
    now = now.plusSeconds(op.later());
    Life life = lives.get(op.who());
    switch (op.kind()) {
      case REVIEW -> reviews.review(life, op, false);
      case REVIEW_TWICE -> reviews.review(life, op, true);
      case REVIEW_STALE ->
          pick(List.copyOf(life.shown), op.a()).ifPresent(shown -> reviews.send(life, shown, op));
      case UNDO -> reviews.undo(life);
      case UNDO_NAMED -> reviews.undoNamed(life, op);
      case UNDO_RACE -> reviews.race(life, op.grade());
      case ACT -> cards.act(life, op);
      case SECOND_THOUGHT -> {
        cards.actOnOne(life, op);
        reviews.undo(life);
      }
      case ACT_ON_MANY -> cards.actOnMany(life, op);
      case RESUME -> cards.resume(life);
      case CATCH_UP -> cards.catchUp(life, 1 + op.a() % CatchingUp.MAX_DAYS);
      case ADD -> cards.add(life, op.quiz());
      case WITHDRAW -> cards.withdraw(life, op.quiz());
      case RETIRE -> cards.retire(life, shelf.toggled(op), op.b() % 2 == 0);
      case LEAVE_BEHIND -> cards.leaveBehind(life, op.question());
      case CORRECT -> shelf.correct(context, op.question());
      case PRACTISE -> practice.practise(life, op);
      case PRACTISE_STALE ->
          pick(List.copyOf(life.shown), op.a()).ifPresent(shown -> practice.send(life, shown));
      case PRACTISE_ACT -> practice.act(life, op);
      case PRACTISE_ENOUGH -> practice.enough(life, op);
      case PRACTISE_UNDO -> practice.undo(life);
      case QUIZ_ANSWER -> quizzes.answer(life, op.quiz(), op.b() % 3 > 0);
      case QUIZ_REST -> quizzes.answerRest(life, op.quiz(), op.b() % 3 > 0);
      case QUIZ_RESTART -> quizzes.restart(life, op.quiz());
      case QUIZ_FINISH -> quizzes.finish(life, op.quiz(), op.b() % 2 == 0);
      case QUIZ_TIDY -> quizzes.tidy();
      case IMPORT -> imports.bring(life, op);
      case IMPORT_AGAIN -> imports.bring(life, life.lastImport);
      case IMPORT_BACK -> imports.takeBack(life, op);
      case SCHEDULER -> settings.scheduler(life, op);
      case LIMITS -> settings.limits(life, op);
      case MOVE -> settings.move(life, op);
      case EXAM -> settings.exam(life, op);
      case COHORT_EXAM -> cohort.exam(this, op);
      case DAYS -> now = now.plus(Duration.ofHours(op.a() % 4 == 0 ? op.b() * 12L : op.b() % 50));
      case TURN_OF_DAY -> now = life.account.calendar().startOf(tomorrow(life)).minusMillis(op.a());
      case CLOCK_BACK -> now = now.minus(Duration.ofMinutes(op.b() * 20L));
    }
  }

  /** Whose screens may say something else since. */
  List<Life> touched(Op op) {
    return switch (op.kind()) {
      case QUIZ_TIDY, RETIRE, LEAVE_BEHIND, CORRECT, COHORT_EXAM -> lives;
      default -> List.of(lives.get(op.who()));
    };
  }

  private LocalDate tomorrow(Life life) {
    return today(life).plusDays(1);
  }

  static <T> Optional<T> pick(List<T> some, int index) {
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(index % some.size()));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T at(Supplier<T> action) {
    return Studying.at(now, action);
  }

  LocalDate today(Life life) {
    return life.day(now);
  }

  /** Notes in the model what has happened. */
  State happens(
      Life life,
      int step,
      StepKind what,
      String question,
      @Nullable Grade grade,
      @Nullable LocalDate until) {
    if (what.reviewAnswer()) {
      assertThat(meters.heard()).as("metered").isEqualTo(what);
    }
    return life.model.happens(
        step, what, question, now, today(life), grade, until, PACE.toMillis());
  }

  /** What changes nothing is no step. */
  boolean actOn(Life life, int step, String question, StepKind action) {
    State before = life.model.state(question);
    Event event =
        new Event(step, action, question, now, today(life), null, null, null, Count.NONE, false);
    boolean changes = !before.after(event, life.model.scheduler()).equals(before);
    if (changes) {
      happens(life, step, action, question, null, null);
    }
    return changes;
  }

  /** Puts a question under review, which begins with what was brought of it before. */
  void made(Life life, String question, LocalDate day, Instant at) {
    State fresh = State.fresh(day, at);
    life.model.born.put(question, fresh);
    if (!life.model.state(question).equals(fresh)) {
      life.model.happens(life.model.newStep(), StepKind.REPLAY, question, at, day, null, null, 0);
    }
  }

  /**
   * Notes which cards have another past than before, or another scheduler, and says how many are
   * due on another day.
   */
  int replayed(Life life, Map<String, State> before, Predicate<String> otherwise) {
    int step = life.model.newStep();
    Map<String, State> after = life.model.states();
    int moved = 0;
    for (String question : after.keySet()) {
      if (otherwise.test(question) && life.model.hasHistory(question)) {
        happens(life, step, StepKind.REPLAY, question, null, null);
        moved += after.get(question).due().equals(before.get(question).due()) ? 0 : 1;
      }
    }
    return moved;
  }
}
