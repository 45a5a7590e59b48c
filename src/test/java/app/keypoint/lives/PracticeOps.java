package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.GoneException;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.practice.PracticeSessions.PracticeSession;
import app.keypoint.review.Acted;
import app.keypoint.review.DueCard;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.scheduling.Grade;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Practice besides the queue. */
final class PracticeOps {

  private final World world;
  private final PracticeSessions sessions;
  private final PracticeAnswers practising;

  PracticeOps(World world) {
    this.world = world;
    this.sessions = world.bean(PracticeSessions.class);
    this.practising = world.bean(PracticeAnswers.class);
  }

  private static PracticeScope scope(Op op) {
    return switch (op.a() % 5) {
      case 0 -> new PracticeScope.OfQuiz(op.b() % 2 == 0 ? "fruit" : "stone");
      case 1 -> new PracticeScope.OfKeyPoint(op.b() % 2 == 0 ? "kp-fruit-1" : "kp-stone-0");
      case 2 -> new PracticeScope.Hardest();
      case 3 -> new PracticeScope.WrongThisWeek();
      default -> new PracticeScope.BeforeExam(op.b() % 2 == 0 ? "fruit" : "stone");
    };
  }

  void practise(Life life, Op op) {
    PracticeScope scope = scope(op);
    if (life.practiceSince.isAfter(world.now) || op.b() % 5 == 0) {
      life.practiceSince = world.now;
    }
    Instant since = life.practiceSince;
    Practice practice = new Practice(life, world.today(life), world);
    PracticeSession session = world.at(() -> sessions.at(life.account, scope, since));
    List<String> left = practice.left(scope, since);
    assertThat(session.left()).as("left to practise of %s", scope).isEqualTo(left.size());
    assertThat(session.done()).as("practised").isEqualTo(practice.done(since));
    assertThat(session.next().map(card -> card.question().question().id()))
        .as("next to practise")
        .isEqualTo(left.stream().findFirst());
    session
        .next()
        .ifPresent(
            card -> {
              Grade grade = ReviewOps.counted(card, op.b() % 3 == 0 ? Grade.FORGOT : Grade.GOOD);
              world.at(() -> practising.answer(life.account, ReviewOps.answer(card, grade)));
              life.remember(card);
              String question = card.question().question().id();
              world.happens(life, life.model.newStep(), StepKind.PRACTICE, question, grade, null);
            });
  }

  /** A tab that was left open with a card sends it as practice. */
  void send(Life life, DueCard card) {
    String question = card.question().question().id();
    Supplier<Recorded> click =
        () -> world.at(() -> practising.answer(life.account, ReviewOps.answer(card, Grade.GOOD)));
    if (!Long.valueOf(card.cardId()).equals(life.ids.get(question))) {
      assertThatThrownBy(click::get).isInstanceOf(GoneException.class);
      return;
    }
    State state = life.model.state(question);
    boolean asShown = life.model.version(question) == card.version();
    if (asShown && world.shelf.served(question) && !state.suspended() && !state.isFresh()) {
      var unused = click.get();
      world.happens(life, life.model.newStep(), StepKind.PRACTICE, question, Grade.GOOD, null);
    } else if (!asShown && life.answered(question, card.version())) {
      var unused = click.get();
    } else {
      assertThatThrownBy(click::get).isInstanceOf(StaleCardException.class);
    }
  }

  /** Mostly a quiz, since there is most to practise of one. */
  private static PracticeScope actedOn(Op op) {
    return op.a() % 3 > 0 ? new PracticeScope.OfQuiz(op.quiz()) : scope(op);
  }

  /** On any card of a practice: what comes before it has been practised in another tab. */
  void act(Life life, Op op) {
    StepKind action =
        op.b() % 2 == 0 ? StepKind.BURY : StepKind.ACTIONS.get(op.b() % StepKind.ACTIONS.size());
    World.pick(left(life, actedOn(op)), op.b() / 2)
        .ifPresent(question -> act(life, question, action));
  }

  /** All that is left of a quiz is buried, one card after the other, due or not. */
  void enough(Life life, Op op) {
    left(life, new PracticeScope.OfQuiz(op.quiz()))
        .forEach(question -> act(life, question, StepKind.BURY));
  }

  private List<String> left(Life life, PracticeScope scope) {
    Practice practice = new Practice(life, world.today(life), world);
    return practice.left(scope, life.practiceSince(world.now));
  }

  private void act(Life life, String question, StepKind action) {
    long card = life.ids.get(question);
    int version = life.model.version(question);
    Acted acted = world.at(() -> practising.act(life.account, card, version, action));
    int step = life.model.newStep();
    life.offer(acted, step);
    if (!world.actOn(life, step, question, action) && action == StepKind.BURY) {
      world.happens(life, step, action, question, null, null); // out of practice for today
    }
  }

  void undo(Life life) {
    Instant since = life.practiceSince(world.now);
    Model.Undone undone =
        life.model.undo(
            world.now,
            world.today(life),
            event ->
                (event.what() == StepKind.PRACTICE || event.what().action())
                    && !event.at().isBefore(since));
    Undo undo = world.at(() -> practising.undo(life.account, since));
    ReviewOps.same(undo, undone);
    if (undo instanceof Undo.Done done) {
      Practice practice = new Practice(life, world.today(life), world);
      assertThat(done.card().map(card -> card.question().question().id()))
          .as("shown again to practise")
          .isEqualTo(undone.onlyQuestion().filter(practice::takes));
    }
  }
}
