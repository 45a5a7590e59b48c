package app.keypoint.review.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.LearnerFigures.Week;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Differences;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What the database adds up is what one gets by adding up row by row. */
@ServiceTest
class LearnerSumsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final int ROUNDS = 5;

  /** Whatever else the tests of this context have published. */
  private static final List<String> SHIPPED =
      List.of("introduction", "open-source-gambit", "bottom-line", "recursive-echo-chamber");

  @Autowired ReviewStatistics statistics;
  @Autowired Reviewing reviewing;
  @Autowired QuizTaking taking;
  @Autowired ReviewHistory past;
  @Autowired Catalogue catalogue;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired Differences differences;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;

  private record Card(
      LocalDate queueDay, boolean fresh, boolean retired, int interval, LocalDate reviewed) {}

  /**
   * @param given those that were given here
   * @param brought and from elsewhere
   */
  private record DayRow(LocalDate day, Counts given, Counts brought) {}

  private record Counts(int answers, int reviews, int remembered) {

    static Counts any(Random random) {
      int reviews = random.nextInt(20);
      return new Counts(reviews + random.nextInt(5), reviews, random.nextInt(reviews + 1));
    }
  }

  @Test
  void equalsANaiveSumForLearnersWhoseDaysDiffer() {
    Random random = new Random(20_260_310);
    for (int round = 0; round < ROUNDS; round++) {
      Map<Long, LocalDate> today = new HashMap<>();
      Map<Long, LearnerFigures> expected = new HashMap<>();
      for (int i = 0; i < 6; i++) {
        Account learner = fixtures.learner();
        LocalDate day = TODAY.plusDays(random.nextInt(3) - 1);
        List<Card> cards = cards(random, random.nextInt(12));
        List<DayRow> days = days(random, i == 0 ? 0 : random.nextInt(45));
        store(learner.id(), cards, days);
        today.put(learner.id(), day);
        LearnerFigures figures = naive(cards, days, day);
        if (!figures.equals(LearnerFigures.NONE)) {
          expected.put(learner.id(), figures);
        }
      }
      Map<Long, LearnerFigures> found = new HashMap<>(statistics.figures(today));
      found.values().removeIf(LearnerFigures.NONE::equals);
      assertThat(found).as("round %d", round).isEqualTo(expected);
    }
  }

  /**
   * The rows above may be any, also such as no log leads to. These are such as studying leaves, so
   * that a check of the data can follow.
   */
  @Test
  void equalsANaiveSumForLearnersWhoStudied_whoseDataFollowsFromTheirLogs() {
    Random random = new Random(20_260_311);
    Studying studying = new Studying(reviewing, events, transactions);
    Map<Long, LocalDate> today = new HashMap<>();
    Map<Long, LearnerFigures> expected = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      Account learner = fixtures.learner();
      LocalDate day = TODAY.plusDays(random.nextInt(3) - 1);
      fixtures.as(learner, () -> study(learner, studying, random));
      today.put(learner.id(), day);
      expected.put(learner.id(), naive(cardsOf(learner), daysOf(learner), day));
    }
    assertThat(expected.values()).anyMatch(each -> each.load().suspended() > 0);
    assertThat(expected.values()).anyMatch(each -> each.retained().reviews() > 5);
    assertThat(statistics.figures(today)).isEqualTo(expected);
    today.keySet().forEach(id -> assertThat(differences.of(id)).isEmpty());
  }

  private void study(Account learner, Studying studying, Random random) {
    Instant now = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC).minus(Duration.ofDays(40));
    Quiz quiz = catalogue.quiz(SHIPPED.get(random.nextInt(SHIPPED.size()))).orElseThrow();
    int wrong = random.nextInt(quiz.questionIds().size());
    SimulatedTime.at(
        now,
        () -> QuizAttempts.take(taking, learner.id(), quiz.id(), wrong, Duration.ofSeconds(9)));
    for (int back = 39; back > -2; back--) {
      now = now.plus(Duration.ofDays(1));
      if (random.nextInt(4) == 0) {
        studying.review(learner, now, random.nextInt(4));
      }
    }
    Instant last = now;
    Optional<DueCard> due = Studying.at(last, () -> reviewing.next(learner));
    due.ifPresent(card -> SimulatedTime.at(last, () -> suspend(learner, card)));
    if (random.nextBoolean()) {
      bring(learner, quiz, last.minus(Duration.ofDays(random.nextInt(30))));
    }
  }

  private void suspend(Account learner, DueCard card) {
    var unused = reviewing.act(learner, card.cardId(), card.version(), StepKind.SUSPEND);
  }

  /** Answers from elsewhere. */
  private void bring(Account learner, Quiz quiz, Instant at) {
    var unused =
        past.add(
            learner,
            quiz.questionIds().stream()
                .map(
                    question ->
                        new PastAnswer(
                            question,
                            at,
                            learner.calendar().dayOf(at),
                            3,
                            PastAnswer.Phase.REVIEW,
                            Duration.ofSeconds(4)))
                .toList());
  }

  private List<Card> cardsOf(Account learner) {
    return jdbc.query(
        "select queue_day, fresh, retired, interval_days, last_reviewed from card"
            + " where learner_id = ?",
        (row, _) ->
            new Card(
                row.getObject(1, LocalDate.class),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getInt(4),
                row.getObject(5, LocalDate.class)),
        learner.id());
  }

  private List<DayRow> daysOf(Account learner) {
    return jdbc.query(
        """
        select study_day, answers - brought_answers, reviews - brought_reviews,
          remembered - brought_remembered, brought_answers, brought_reviews, brought_remembered
        from learner_day where learner_id = ?
        """,
        (row, _) ->
            new DayRow(
                row.getObject(1, LocalDate.class),
                new Counts(row.getInt(2), row.getInt(3), row.getInt(4)),
                new Counts(row.getInt(5), row.getInt(6), row.getInt(7))),
        learner.id());
  }

  @Test
  void nobodyCostsNothing() {
    assertThat(statistics.figures(Map.of())).isEmpty();
  }

  private static List<Card> cards(Random random, int count) {
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean retired = random.nextInt(5) == 0;
      boolean fresh = random.nextInt(4) == 0;
      cards.add(
          new Card(
              retired || random.nextInt(6) == 0 ? null : TODAY.plusDays(random.nextInt(9) - 4),
              fresh,
              retired,
              random.nextInt(40),
              fresh ? null : TODAY.minusDays(random.nextInt(50))));
    }
    return cards;
  }

  private static List<DayRow> days(Random random, int count) {
    List<DayRow> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(new DayRow(TODAY.minusDays(i - 2L), Counts.any(random), Counts.any(random)));
    }
    return days;
  }

  private void store(long learner, List<Card> cards, List<DayRow> days) {
    OffsetDateTime at = TODAY.atStartOfDay().atOffset(ZoneOffset.UTC);
    for (int i = 0; i < cards.size(); i++) {
      Card card = cards.get(i);
      jdbc.update(
          """
          insert into card (id, learner_id, question_id, version, retired, fresh, queue_day,
            repetitions, easiness, interval_days, due, drill, comes_up, queued_at, last_reviewed,
            last_seen, lapses, suspended)
          values (?, ?, ?, 1, ?, ?, ?, 3, 250, ?, ?, false, ?, ?, ?, ?, 0, ?)
          """,
          1_000_000_000L + learner * 100 + i,
          learner,
          "some-" + i,
          card.retired(),
          card.fresh(),
          card.queueDay(),
          card.interval(),
          TODAY,
          TODAY,
          at,
          card.reviewed(),
          card.reviewed(),
          card.queueDay() == null && !card.retired());
    }
    days.forEach(
        row ->
            jdbc.update(
                """
                insert into learner_day (learner_id, study_day, answers, cleared, due_done,
                  introduced, reviews, remembered, millis, queue_millis, bridged,
                  brought_answers, brought_reviews, brought_remembered)
                values (?, ?, ?, 0, ?, 0, ?, ?, 0, 0, false, ?, ?, ?)
                """,
                learner,
                row.day(),
                row.given().answers() + row.brought().answers(),
                row.given().answers(),
                row.given().reviews() + row.brought().reviews(),
                row.given().remembered() + row.brought().remembered(),
                row.brought().answers(),
                row.brought().reviews(),
                row.brought().remembered()));
  }

  private static LearnerFigures naive(List<Card> cards, List<DayRow> days, LocalDate today) {
    List<Card> held = cards.stream().filter(card -> !card.fresh() && !card.retired()).toList();
    Week week = week(days, today, 0, 7);
    Week before = week(days, today, 7, 14);
    return new LearnerFigures(
        new LearnerLoad(
            count(held, card -> card.queueDay() != null && !card.queueDay().isAfter(today)),
            count(held, card -> card.queueDay() != null && card.queueDay().isBefore(today)),
            held.size(),
            count(held, card -> card.interval() >= 21),
            count(held, card -> card.queueDay() == null)),
        held.isEmpty()
            ? null
            : days.stream()
                .filter(row -> row.given().answers() > 0)
                .map(DayRow::day)
                .max(LocalDate::compareTo)
                .orElse(null),
        week,
        before,
        week.retention().plus(before.retention()),
        week(days, today, 14, 28).retention());
  }

  private static int count(List<Card> cards, Predicate<Card> which) {
    return (int) cards.stream().filter(which).count();
  }

  private static Week week(List<DayRow> days, LocalDate today, int from, int to) {
    return days.stream()
        .filter(
            row ->
                row.day().isAfter(today.minusDays(to)) && !row.day().isAfter(today.minusDays(from)))
        .map(DayRow::given)
        .map(given -> new Week(given.answers(), new Retention(given.remembered(), given.reviews())))
        .reduce(Week.NONE, Week::plus);
  }
}
