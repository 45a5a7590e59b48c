package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cards.Cards;
import app.keypoint.practice.Exam;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.Progress;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.ReviewOutlook;
import app.keypoint.review.CardState;
import app.keypoint.review.CatchingUp;
import app.keypoint.review.DueCard;
import app.keypoint.review.NewCards;
import app.keypoint.review.Reviewing;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.support.Studying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what the screens show of a learner with what the model says. */
final class Screens {

  private final World world;
  private final Reviewing reviewing;
  private final Cards cards;
  private int checks;

  Screens(World world) {
    this.world = world;
    this.reviewing = world.context.getBean(Reviewing.class);
    this.cards = world.context.getBean(Cards.class);
  }

  void check(Life life) {
    Studying.at(
        world.now,
        () -> {
          LocalDate today = life.day(world.now);
          Expected expected = new Expected(life.model, today);
          cards(life, today);
          queue(life, expected);
          today(life, expected);
          quizzes(life);
          scorePages(life, expected);
          practice(life, today);
          if (checks % 5 == 0) {
            history(life);
          }
          assertThat(world.meters.heard()).as("metered besides").isNull();
          return true;
        });
  }

  private <T> T bean(Class<T> type) {
    return world.context.getBean(type);
  }

  private void cards(Life life, LocalDate today) {
    List<Cards.Card> found =
        cards.find(life.account, Cards.Filter.ALL, Cards.Order.NEXT_DAY, false, 0, 1_000).stream()
            .sorted(Comparator.comparing(Cards.Card::id))
            .toList();
    found.forEach(card -> life.ids.put(card.questionId(), card.id()));
    List<Cards.Card> expected = new ArrayList<>();
    life.model
        .states()
        .forEach(
            (question, state) -> {
              if (world.shelf.served(question)) {
                expected.add(card(life, question, state, today));
              }
            });
    assertThat(found).as("cards").isEqualTo(expected);
    if (checks++ % 5 > 0) {
      return; // one count after the other costs time, and says little anew
    }
    Map<Cards.State, Long> byState =
        expected.stream().collect(Collectors.groupingBy(Cards.Card::state, Collectors.counting()));
    for (Cards.State state : Cards.State.values()) {
      assertThat(cards.count(life.account, new Cards.Filter(state, false, null, "")))
          .as("cards that are %s", state)
          .isEqualTo(byState.getOrDefault(state, 0L).intValue());
    }
  }

  private static Cards.Card card(Life life, String question, State s, LocalDate today) {
    Cards.State state;
    if (s.suspended()) {
      state = Cards.State.SUSPENDED;
    } else if (s.comesUp().isAfter(today) && s.comesUp().isAfter(s.due())) {
      state = Cards.State.PUT_OFF;
    } else if (s.isFresh()) {
      state = Cards.State.NEW;
    } else if (s.memory().intervalDays() == 0) {
      state = Cards.State.LEARNING;
    } else {
      state = s.memory().intervalDays() < 21 ? Cards.State.YOUNG : Cards.State.MATURE;
    }
    return new Cards.Card(
        life.ids.getOrDefault(question, -1L),
        question,
        state,
        s.suspended() || state == Cards.State.NEW ? null : s.comesUp(),
        s.memory().intervalDays(),
        s.memory().easiness(),
        s.memory().difficulty(),
        s.memory().stability(),
        s.lapses(),
        s.seen());
  }

  private void queue(Life life, Expected expected) {
    Reviewing.Queue queue = reviewing.queue(life.account);
    assertThat(queue.progress()).as("progress").isEqualTo(expected.progress());
    Optional<DueCard> head = queue.head();
    assertThat(head.map(card -> card.question().question().id()))
        .as("head")
        .isEqualTo(expected.head());
    head.ifPresent(
        card -> {
          String question = card.question().question().id();
          assertThat(card.version()).as("version").isEqualTo(life.model.version(question));
          assertThat(card.kind()).isEqualTo(expected.kind(question));
          assertThat(card.fresh()).isEqualTo(life.model.state(question).isFresh());
          assertThat(card.previews()).isEqualTo(expected.previews(question));
          assertThat(card.lapses()).isEqualTo(life.model.state(question).lapses());
        });
    assertThat(bean(NewCards.class).waiting(life.account.id()))
        .as("new cards")
        .isEqualTo(
            life.model.queued().entrySet().stream()
                .filter(card -> card.getValue().isFresh())
                .collect(
                    Collectors.toMap(card -> Shelf.quizOf(card.getKey()), _ -> 1, Integer::sum)));
    assertThat(reviewing.suspended(life.account))
        .as("suspended")
        .isEqualTo(
            (int)
                life.model.states().entrySet().stream()
                    .filter(c -> c.getValue().suspended() && world.shelf.served(c.getKey()))
                    .count());
    assertThat(bean(CatchingUp.class).backlog(life.account))
        .as("backlog")
        .isEqualTo(
            (int)
                life.model.queued().values().stream()
                    .filter(c -> !c.isFresh() && c.comesUp().isBefore(expected.today()))
                    .filter(c -> !c.seenOn(expected.today()))
                    .count());
  }

  private void today(Life life, Expected expected) {
    LocalDate today = expected.today();
    Progress shown = bean(LearnerProgress.class).of(life.account);
    assertThat(shown.today()).isEqualTo(today);
    assertThat(shown.load()).as("load").isEqualTo(expected.load());
    assertThat(shown.review()).isEqualTo(expected.progress());
    assertThat(shown.forecast())
        .as("forecast")
        .isEqualTo(expected.forecast(Progress.FORECAST_DAYS));
    assertThat(shown.exams()).as("exams").isEqualTo(new Practice(life, today, world).exams());
    assertThat(byQuestion(shown.cards())).as("card states").isEqualTo(states(life));
    Map<LocalDate, Count> days = life.model.days();
    assertThat(shown.days().stream().map(Screens::activity).toList())
        .as("days")
        .isEqualTo(activity(days, today));
    assertThat(shown.timeDue()).as("time").isEqualTo(expected.timeDue());
    assertThat(List.of(shown.streak().current(), shown.streak().longest()))
        .as("streak")
        .isEqualTo(streak(days.keySet(), life.bridged, today));
  }

  private static List<Object> activity(DayActivity day) {
    return List.of(
        day.day(),
        day.answers(),
        day.cleared(),
        day.retention().reviews(),
        day.retention().remembered());
  }

  private static List<List<Object>> activity(Map<LocalDate, Count> days, LocalDate today) {
    return new TreeMap<>(days)
            .subMap(today.minusDays(Progress.DAYS - 1), true, today.plusDays(1), true)
            .entrySet()
            .stream()
            .filter(day -> day.getValue().answers() > 0)
            .map(
                day ->
                    List.<Object>of(
                        day.getKey(),
                        day.getValue().answers(),
                        day.getValue().cleared(),
                        day.getValue().reviews(),
                        day.getValue().remembered()))
            .toList();
  }

  private static Map<String, CardState> byQuestion(List<CardState> cards) {
    return new TreeMap<>(
        cards.stream().collect(Collectors.toMap(CardState::questionId, Function.identity())));
  }

  private Map<String, CardState> states(Life life) {
    Map<String, CardState> states = new TreeMap<>();
    life.model
        .states()
        .forEach(
            (question, state) -> {
              if (world.shelf.served(question) && !state.isFresh()) {
                states.put(question, state.shown(life.account.id(), question));
              }
            });
    return states;
  }

  /** The run that goes on, and the longest one, counted day by day. */
  private static List<Integer> streak(
      Collection<LocalDate> earned, Collection<LocalDate> bridged, LocalDate today) {
    TreeSet<LocalDate> marked = new TreeSet<>(earned);
    marked.addAll(bridged);
    marked = new TreeSet<>(marked.headSet(today.plusDays(1), true));
    int longest = 0;
    int run = 0;
    if (!marked.isEmpty()) {
      for (LocalDate day = marked.first(); !day.isAfter(marked.last()); day = day.plusDays(1)) {
        run = marked.contains(day) ? run + (earned.contains(day) ? 1 : 0) : 0;
        longest = Math.max(longest, run);
      }
    }
    boolean alive = !marked.isEmpty() && !marked.last().isBefore(today.minusDays(1));
    return List.of(alive ? run : 0, longest);
  }

  /** What an export holds. */
  private void history(Life life) {
    List<String> expected = new ArrayList<>();
    life.model.past.forEach(answer -> expected.add(answer(answer)));
    life.model.standing().stream()
        .filter(event -> event.grade() != null)
        .forEach(
            event ->
                expected.add(
                    "%s %s %s %d"
                        .formatted(
                            event.question(), event.at(), event.day(), event.grade().rating())));
    assertThat(bean(ReviewHistory.class).answers(life.account.id()).stream().map(Screens::answer))
        .as("history")
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String answer(PastAnswer answer) {
    return "%s %s %s %d".formatted(answer.card(), answer.at(), answer.studyDay(), answer.rating());
  }

  /** What a quiz's result says of reviews. */
  private void scorePages(Life life, Expected expected) {
    Shelf.QUESTIONS.forEach(
        (quiz, questions) ->
            assertThat(bean(ReviewOutlook.class).of(life.account.id(), questions))
                .as("score page")
                .isEqualTo(expected.outlook(questions)));
  }

  /** What there is to practise: of a quiz, and for the exams that are shown. */
  private void practice(Life life, LocalDate today) {
    Practice practice = new Practice(life, today, world);
    List<PracticeScope> scopes = new ArrayList<>();
    scopes.add(new PracticeScope.OfQuiz(checks % 2 == 0 ? "fruit" : "stone"));
    practice.exams().stream()
        .map(Exam::quizId)
        .distinct()
        .forEach(quiz -> scopes.add(new PracticeScope.BeforeExam(quiz)));
    for (PracticeScope scope : scopes) {
      PracticeSessions.PracticeSession sitting =
          bean(PracticeSessions.class).at(life.account, scope, life.practiceSince(world.now));
      List<String> left = practice.left(scope, life.practiceSince(world.now));
      assertThat(sitting.left()).as("left to practise of %s", scope).isEqualTo(left.size());
      assertThat(sitting.next().map(card -> card.question().question().id()))
          .as("next to practise of %s", scope)
          .isEqualTo(left.stream().findFirst());
    }
  }

  private void quizzes(Life life) {
    Map<String, QuizStanding> standings = bean(QuizStandings.class).of(life.account.id());
    Shelf.QUESTIONS
        .keySet()
        .forEach(
            quiz -> {
              QuizStanding standing = standings.get(quiz);
              if (standing != null) {
                Life.Sheet open = life.open.get(quiz);
                assertThat(standing.finished()).isEqualTo(life.finished.getOrDefault(quiz, 0));
                assertThat(standing.best()).isEqualTo(life.best.get(quiz));
                assertThat(standing.openAttempt()).isEqualTo(open == null ? null : open.attempt);
                assertThat(standing.answered()).isEqualTo(open == null ? 0 : open.right.size());
                assertThat(standing.total()).isEqualTo(open == null ? 0 : open.questions.size());
              } else {
                assertThat(life.finished).doesNotContainKey(quiz);
                assertThat(life.open).doesNotContainKey(quiz);
              }
            });
  }
}
