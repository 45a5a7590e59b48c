package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.GoneException;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.review.Acted;
import app.keypoint.review.CatchingUp;
import app.keypoint.review.DueCard;
import app.keypoint.review.NewCards;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens to cards besides answers. */
final class CardOps {

  private final World world;
  private final DuringLoad load;
  private final Reviewing reviewing;
  private final NewCards newCards;

  CardOps(World world, DuringLoad load) {
    this.world = world;
    this.load = load;
    this.reviewing = world.bean(Reviewing.class);
    this.newCards = world.bean(NewCards.class);
  }

  void act(Life life, Op op) {
    StepKind action = StepKind.ACTIONS.get(op.a() % StepKind.ACTIONS.size());
    Optional<DueCard> card =
        op.b() % 4 == 0
            ? World.pick(List.copyOf(life.shown), op.b())
            : world.at(() -> reviewing.next(life.account));
    card.ifPresent(
        shown -> {
          String question = shown.question().question().id();
          Supplier<Acted> click =
              () ->
                  world.at(
                      () -> reviewing.act(life.account, shown.cardId(), shown.version(), action));
          if (!Long.valueOf(shown.cardId()).equals(life.ids.get(question))) {
            assertThatThrownBy(click::get).isInstanceOf(GoneException.class);
          } else if (life.model.version(question) == shown.version()) {
            int step = life.model.newStep();
            life.offer(click.get(), step);
            life.remember(shown);
            world.actOn(life, step, question, action);
          } else {
            Event then = life.entry(question, shown.version());
            boolean stands = life.model.standing().contains(then);
            if (then.what() == action && stands) {
              var unused = click.get();
            } else {
              assertThatThrownBy(click::get).isInstanceOf(StaleCardException.class);
            }
          }
        });
  }

  void actOnMany(Life life, Op op) {
    StepKind action = StepKind.ACTIONS.get(op.a() % StepKind.ACTIONS.size());
    List<String> cards = List.copyOf(life.model.born.keySet());
    List<String> chosen =
        op.b() % 3 == 0
            ? World.pick(cards, op.b()).stream().toList()
            : cards.stream().filter(q -> (q.hashCode() + op.b()) % 3 != 0).toList();
    actOn(life, chosen, action);
  }

  /** On any card of the list of cards, whether or not the queue would ask it. */
  void actOnOne(Life life, Op op) {
    List<String> cards = List.copyOf(life.model.born.keySet());
    actOn(
        life,
        World.pick(cards, op.b()).stream().toList(),
        StepKind.ACTIONS.get(op.a() % StepKind.ACTIONS.size()));
  }

  private void actOn(Life life, List<String> chosen, StepKind action) {
    List<Long> ids = chosen.stream().map(life.ids::get).toList();
    Acted acted = world.at(() -> world.bean(Reviewing.class).act(life.account, ids, action));
    int step = life.model.newStep();
    life.offer(acted, step);
    long changed =
        chosen.stream()
            .filter(world.shelf::served)
            .filter(question -> world.actOn(life, step, question, action))
            .count();
    assertThat(acted.cards()).isEqualTo((int) changed);
  }

  void resume(Life life) {
    int step = life.model.newStep();
    List<String> suspended =
        life.model.states().entrySet().stream()
            .filter(c -> world.shelf.served(c.getKey()) && c.getValue().suspended())
            .map(Map.Entry::getKey)
            .toList();
    suspended.forEach(question -> world.happens(life, step, StepKind.RESUME, question, null, null));
    assertThat(world.at(() -> reviewing.resume(life.account))).isEqualTo(suspended.size());
  }

  void catchUp(Life life, int days) {
    LocalDate today = world.today(life);
    Map<String, State> queued = life.model.queued();
    queued.values().removeIf(card -> card.isFresh());
    Map<LocalDate, Integer> totals = new LinkedHashMap<>();
    today.datesUntil(today.plusDays(days)).forEach(day -> totals.put(day, 0));
    queued.values().forEach(c -> totals.computeIfPresent(c.comesUp(), (_, n) -> n + 1));
    List<String> backlog =
        life.model.forgettable(
            queued.entrySet().stream()
                .filter(c -> c.getValue().comesUp().isBefore(today))
                .filter(c -> !c.getValue().seenOn(today))
                .map(Map.Entry::getKey),
            today);
    Map<LocalDate, Integer> room = new HashMap<>();
    for (int i = 0; i < backlog.size(); i++) {
      LocalDate lightest =
          totals.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
      totals.merge(lightest, 1, Integer::sum);
      room.merge(lightest, 1, Integer::sum);
    }
    int step = life.model.newStep();
    int next = 0;
    int putOff = 0;
    for (LocalDate day : totals.keySet()) {
      for (int i = 0; i < room.getOrDefault(day, 0); i++) {
        world.happens(life, step, StepKind.CATCH_UP, backlog.get(next++), null, day);
        putOff += day.isAfter(today) ? 1 : 0;
      }
    }
    Acted spread = world.at(() -> world.bean(CatchingUp.class).spread(life.account, days));
    life.offer(spread, step);
    assertThat(spread.cards()).isEqualTo(putOff);
  }

  void add(Life life, String quiz) {
    add(life, quiz, world.shelf::served);
  }

  private void add(Life life, String quiz, Predicate<String> served) {
    int added = world.at(() -> newCards.add(life.account, quiz));
    List<String> made =
        Shelf.QUESTIONS.get(quiz).stream()
            .filter(served)
            .filter(q -> !life.model.born.containsKey(q))
            .toList();
    made.forEach(q -> world.made(life, q, world.today(life), world.now));
    assertThat(added).isEqualTo(made.size());
  }

  /** A quiz may be taken up by what is served just before the new content is. */
  void retire(Life life, String question, boolean meanwhile) {
    if (meanwhile) {
      Set<String> before = new HashSet<>();
      Shelf.QUESTIONS
          .values()
          .forEach(some -> some.stream().filter(world.shelf::served).forEach(before::add));
      load.beforeSwap(() -> add(life, Shelf.quizOf(question), before::contains));
      load.afterSwap(() -> passesOver(life, question));
    }
    world.shelf.toggle(world.context, question);
  }

  /** A card is in the queue whose question is not served, as a backup brought back has it. */
  void leaveBehind(Life life, String question) {
    if (world.shelf.served(question)) {
      world.shelf.toggle(world.context, question);
    }
    var unused =
        world
            .bean(JdbcTemplate.class)
            .update(
                """
                update card set retired = false,
                  queue_day = case when suspended then null else comes_up end
                where learner_id = ? and question_id = ?
                """,
                life.account.id(),
                question);
    passesOver(life, question);
    world.shelf.loadAgain(world.context, question);
  }

  /** Until it is put away, a card without a question hides none that has one. */
  private void passesOver(Life life, String question) {
    LocalDate today = world.today(life);
    Optional<String> head =
        world.at(() -> reviewing.next(life.account)).map(card -> card.question().question().id());
    assertThat(head.isPresent())
        .as("something is asked")
        .isEqualTo(new Expected(life.model, today).head().isPresent());
    assertThat(head.filter(asked -> !world.shelf.served(asked))).as("asked unserved").isEmpty();
    PracticeScope scope = new PracticeScope.OfQuiz(Shelf.quizOf(question));
    assertThat(
            world.at(
                () -> world.bean(PracticeSessions.class).at(life.account, scope, world.now).left()))
        .as("left to practise")
        .isEqualTo(new Practice(life, today, world).left(scope, world.now).size());
  }

  void withdraw(Life life, String quiz) {
    List<String> unbegun =
        life.model.born.keySet().stream()
            .filter(q -> Shelf.quizOf(q).equals(quiz) && world.shelf.served(q))
            .filter(q -> life.model.state(q).isFresh() && life.model.version(q) == 0)
            .toList();
    assertThat(world.at(() -> newCards.withdraw(life.account, quiz))).isEqualTo(unbegun.size());
    unbegun.forEach(life.model.born::remove);
    unbegun.forEach(life.ids::remove);
  }
}
