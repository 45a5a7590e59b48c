package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.identity.GoneException;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.Undo.Reason;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Responses;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers in the queue, what stale tabs send, and undo. */
final class ReviewOps {

  /** So often the learner may do that before it is talked about. */
  private static final int HARD_AFTER_MISS = 3;

  private final World world;
  private final Reviewing reviewing;

  ReviewOps(World world) {
    this.world = world;
    this.reviewing = world.bean(Reviewing.class);
  }

  void review(Life life, Op op, boolean twice) {
    Optional<DueCard> head = world.at(() -> reviewing.next(life.account));
    head.ifPresent(
        card -> {
          Grade grade = op.grade();
          boolean claims = op.b() % 3 == 0 && card.question().question() instanceof Question.Typed;
          Grade counted = counted(card, grade);
          Recorded recorded =
              record(life, claims ? claim(card, grade) : answer(card, grade), twice);
          assertThat(recorded.grade()).isEqualTo(counted);
          life.remember(card);
          State after = happens(life, card, grade);
          assertThat(preview(recorded))
              .isEqualTo(new Expected(life.model, world.today(life)).preview(after));
          boolean hard = claims && grade == Grade.HARD;
          if (hard) {
            life.claimed.add(life.model.events.getLast());
          }
          if (!twice) {
            assertThat(recorded.hardAfterMiss())
                .as("a word about Hard")
                .isEqualTo(hard && claimed(life) == HARD_AFTER_MISS);
          }
        });
  }

  private static long claimed(Life life) {
    return life.model.standing().stream().filter(life.claimed::contains).count();
  }

  private Recorded record(Life life, CardAnswer answer, boolean twice) {
    Supplier<Recorded> click = () -> world.at(() -> reviewing.answer(life.account, answer));
    if (!twice) {
      return click.get();
    }
    CompletableFuture<Recorded> other = CompletableFuture.supplyAsync(click);
    Recorded one = click.get();
    Recorded two = other.join();
    assertThat(List.of(two.grade(), preview(two))).isEqualTo(List.of(one.grade(), preview(one)));
    return one;
  }

  private static DueCard.Preview preview(Recorded recorded) {
    return new DueCard.Preview(recorded.intervalDays(), recorded.againToday());
  }

  /** Text that is not accepted, of which the learner says that it is right. */
  private static CardAnswer claim(DueCard card, Grade grade) {
    Response.Typed wrong = (Response.Typed) Responses.wrong(card.question().question());
    return card.answer(wrong.overruled(true), grade, World.PACE);
  }

  static CardAnswer answer(DueCard card, Grade grade) {
    return card.answer(response(card, grade), grade, World.PACE);
  }

  /** Text that was right may still be graded as forgotten; options may not. */
  private static Response response(DueCard card, Grade grade) {
    Question question = card.question().question();
    return grade.lapse() && question instanceof Question.Choice
        ? Responses.wrong(question)
        : Responses.right(question);
  }

  static Grade counted(DueCard card, Grade grade) {
    return grade.lapse() && card.question().question() instanceof Question.Choice
        ? Grade.FORGOT
        : grade;
  }

  /** A tab that was left open sends what it shows. */
  void send(Life life, DueCard card, Op op) {
    String question = card.question().question().id();
    Grade grade = op.b() % 2 == 0 ? Grade.GOOD : Grade.FORGOT;
    Supplier<Recorded> click =
        () -> world.at(() -> reviewing.answer(life.account, answer(card, grade)));
    if (!Long.valueOf(card.cardId()).equals(life.ids.get(question))) {
      assertThatThrownBy(click::get).isInstanceOf(GoneException.class);
      return;
    }
    if (life.model.version(question) == card.version()) {
      State state = life.model.state(question);
      boolean waits =
          world.shelf.served(question)
              && !state.suspended()
              && !state.comesUp().isAfter(world.today(life));
      if (waits) {
        Recorded recorded = click.get();
        StepKind what = state.drilledOn(world.today(life)) ? StepKind.DRILL : StepKind.SCHEDULED;
        State after =
            world.happens(life, life.model.newStep(), what, question, recorded.grade(), null);
        assertThat(preview(recorded))
            .isEqualTo(new Expected(life.model, world.today(life)).preview(after));
      } else {
        assertThatThrownBy(click::get).isInstanceOf(StaleCardException.class);
      }
      return;
    }
    Event then = life.entry(question, card.version());
    boolean stands = life.model.standing().contains(then);
    if (then.what().reviewAnswer() && stands) {
      Recorded recorded = click.get();
      assertThat(recorded.grade()).isEqualTo(then.grade());
    } else {
      assertThatThrownBy(click::get).isInstanceOf(StaleCardException.class);
    }
  }

  void undo(Life life) {
    Model.Undone undone = life.model.undo(world.now, world.today(life));
    same(life, world.at(() -> reviewing.undo(life.account)), undone);
  }

  /** What a notification offers, which may no longer be the latest step. */
  void undoNamed(Life life, Op op) {
    World.pick(List.copyOf(life.offers), op.a())
        .ifPresent(
            offer -> {
              int latest = life.model.latestStep(_ -> true);
              Undo undo = world.at(() -> reviewing.undo(life.account, offer.number()));
              if (latest == offer.step()) {
                same(life, undo, life.model.undo(world.now, world.today(life)));
              } else {
                assertThat(undo).isInstanceOf(Undo.Refused.class);
                if (life.model.events.stream().anyMatch(event -> event.step() == offer.step())) {
                  Reason reason =
                      life.model.standing().stream().noneMatch(e -> e.step() == offer.step())
                          ? Reason.ALREADY
                          : latest > offer.step() ? Reason.NOT_LATEST : Reason.NOTHING;
                  assertThat(undo).isEqualTo(new Undo.Refused(reason));
                }
              }
            });
  }

  /** An answer in one tab while another takes back: whichever came first, it is as if in turn. */
  void race(Life life, Grade grade) {
    Optional<DueCard> head = world.at(() -> reviewing.next(life.account));
    if (head.isEmpty()) {
      undo(life);
      return;
    }
    DueCard card = head.get();
    Supplier<Undo> other = () -> world.at(() -> reviewing.undo(life.account));
    CompletableFuture<Undo> undoing = CompletableFuture.supplyAsync(other);
    boolean recorded = true;
    try {
      var unused = world.at(() -> reviewing.answer(life.account, answer(card, grade)));
    } catch (StaleCardException e) {
      recorded = false;
    }
    Undo undo = undoing.join();
    if (recorded && undone(card)) {
      happens(life, card, grade);
      same(undo, life.model.undo(world.now, world.today(life)));
    } else {
      same(undo, life.model.undo(world.now, world.today(life)));
      String question = card.question().question().id();
      assertThat(recorded).isEqualTo(life.model.version(question) == card.version());
      if (recorded) {
        happens(life, card, grade);
      }
    }
  }

  /** Whether the answer to what was shown has been taken back. */
  private boolean undone(DueCard card) {
    return !world
        .bean(JdbcTemplate.class)
        .queryForList(
            """
            select u.id from review_log u join review_log l on u.undoes = l.id
            where l.card_id = ? and l.card_version = ?
            """,
            card.cardId(),
            card.version())
        .isEmpty();
  }

  private State happens(Life life, DueCard card, Grade grade) {
    String question = card.question().question().id();
    StepKind what =
        life.model.state(question).drilledOn(world.today(life))
            ? StepKind.DRILL
            : StepKind.SCHEDULED;
    return world.happens(life, life.model.newStep(), what, question, counted(card, grade), null);
  }

  private void same(Life life, Undo undo, Model.Undone undone) {
    same(undo, undone);
    if (undo instanceof Undo.Done done) {
      Expected expected = new Expected(life.model, world.today(life));
      assertThat(done.card().map(card -> card.question().question().id()))
          .as("shown again")
          .isEqualTo(undone.onlyQuestion().filter(expected::asksNow));
    }
  }

  static void same(Undo undo, Model.Undone undone) {
    switch (undo) {
      case Undo.Refused(Reason reason) -> assertThat(reason).isEqualTo(undone.reason());
      case Undo.Done done -> {
        assertThat(undone.reason()).isNull();
        assertThat(done.cards()).as("cards taken back").isEqualTo(undone.events().size());
        assertThat(done.kind()).isEqualTo(undone.events().getFirst().what());
      }
    }
  }
}
