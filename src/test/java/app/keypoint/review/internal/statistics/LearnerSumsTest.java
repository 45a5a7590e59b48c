package app.keypoint.review.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.LearnerFigures.Week;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database adds up is what one gets by adding up row by row. */
@ServiceTest
class LearnerSumsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final int ROUNDS = 5;

  @Autowired ReviewStatistics statistics;
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
