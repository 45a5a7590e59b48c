package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.LearnerHistories;
import app.keypoint.cohort.LearnerHistories.Day;
import app.keypoint.cohort.LearnerHistories.Past;
import app.keypoint.cohort.statistics.CohortTrends.Gap;
import app.keypoint.cohort.statistics.CohortTrends.Trends;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.quiz.Attempt;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewTrends.Week;
import app.keypoint.statistics.ScoreInterval;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was done over time, as tables. */
public record TrendTables(ExportWords words) {

  private static final double SECONDS = 60;

  /** Keys of the titles of {@link #all}. */
  public static final List<String> TITLES =
      List.of("cohort.trends.activity", "cohort.trends.forgetting", "cohort.trends.forecast");

  /** What a cohort did and kept, how it forgets, what comes up. */
  public List<Table<?>> all(Trends trends) {
    return List.of(weeks(trends), forgetting(trends), forecast(trends));
  }

  /** The newest week first. */
  public Table<Week> weeks(Trends trends) {
    return Table.of(
        words.of("cohort.trends.activity"),
        List.of(
            Column.day(words.of("cohort.trends.from"), Week::from),
            Column.day(words.of("cohort.trends.to"), Week::to),
            Column.whole(words.of("cohort.trends.learners"), Week::learners),
            Column.whole(words.of("cohort.trends.answers"), Week::answers),
            Column.whole(words.of("cohort.trends.reviews"), it -> it.retention().reviews()),
            Column.share(words.of("cohort.trends.retained"), it -> it.retention().rate()),
            Column.share(words.of("cohort.trends.low"), it -> low(it.retention())),
            Column.share(words.of("cohort.trends.high"), it -> high(it.retention()))),
        trends.weeks().reversed());
  }

  /** By days since the review before. */
  Table<Gap> forgetting(Trends trends) {
    return Table.of(
        words.of("cohort.trends.forgetting"),
        List.of(
            Column.whole(words.of("cohort.trends.first"), Gap::first),
            Column.whole(words.of("cohort.trends.last"), Gap::last),
            Column.whole(words.of("cohort.trends.reviews"), Gap::reviews),
            Column.share(words.of("cohort.trends.retained"), Gap::observed),
            Column.share(words.of("cohort.trends.low"), it -> it.chance().low()),
            Column.share(words.of("cohort.trends.high"), it -> it.chance().high()),
            Column.share(words.of("cohort.trends.expected"), Gap::expected)),
        trends.gaps());
  }

  /** Cards by the day on which they come up. */
  public Table<Map.Entry<LocalDate, Integer>> forecast(Trends trends) {
    return Table.of(
        words.of("cohort.trends.forecast"),
        List.of(
            Column.day(words.of("cohort.trends.day"), Map.Entry::getKey),
            Column.whole(words.of("cohort.csv.cards"), Map.Entry::getValue)),
        List.copyOf(trends.forecast().entrySet()));
  }

  private static @Nullable Double low(Retention retention) {
    return retention.rate() == null ? null : chance(retention).low();
  }

  private static @Nullable Double high(Retention retention) {
    return retention.rate() == null ? null : chance(retention).high();
  }

  private static ScoreInterval chance(Retention retention) {
    return ScoreInterval.of(retention.remembered(), retention.reviews());
  }

  /** An attempt or a day of reviews. */
  record Event(LocalDate day, @Nullable Past attempt, @Nullable Day reviews) {}

  /**
   * What a learner did, the newest first; of a day first the attempts. Every attempt, as they are
   * told, and the days that a history has.
   *
   * @param days the newest first
   * @param attempts the newest first
   * @param dayOf what day an attempt's moment is shown on
   */
  public Table<Event> timeline(
      List<Day> days, Table.Rows<Past> attempts, Function<Instant, LocalDate> dayOf) {
    return new Table<>(
        words.of("cohort.history.days"),
        List.of(
            Column.day(words.of("cohort.trends.day"), Event::day),
            Column.text(
                words.of("cohort.statistics.quiz"), it -> of(it, past -> words.title(past.quiz()))),
            Column.text(
                words.of("cohort.table.attempt-state"),
                it -> of(it, past -> words.of("cohort.history.attempt." + past.state()))),
            Column.decimal(
                words.of("cohort.history.marks"),
                it -> of(it, past -> past.state() == Attempt.State.FINISHED ? past.marks() : null)),
            Column.whole(words.of("cohort.history.max"), it -> of(it, Past::max)),
            Column.whole(ofDays("cohort.history.answers-of-day"), it -> on(it, Day::answers)),
            Column.decimal(
                ofDays("cohort.history.minutes"),
                it -> on(it, day -> day.timeTaken().toSeconds() / SECONDS)),
            Column.whole(
                ofDays("cohort.trends.reviews"), it -> on(it, day -> day.retention().reviews())),
            Column.share(
                ofDays("cohort.trends.retained"), it -> on(it, day -> day.retention().rate()))),
        each -> merge(days, attempts, dayOf, each));
  }

  /** Attempts are told all, days those of the last weeks: each column of these says so. */
  private String ofDays(String key) {
    return words.of("cohort.history.of-days", words.of(key), LearnerHistories.WEEKS);
  }

  private static void merge(
      List<Day> days,
      Table.Rows<Past> attempts,
      Function<Instant, LocalDate> dayOf,
      Consumer<? super Event> event) {
    Deque<Day> left = new ArrayDeque<>(days);
    attempts.each(
        past -> {
          LocalDate day =
              dayOf.apply(past.finishedAt() == null ? past.startedAt() : past.finishedAt());
          while (!left.isEmpty() && left.getFirst().day().isAfter(day)) {
            event.accept(of(left.removeFirst()));
          }
          event.accept(new Event(day, past, null));
        });
    left.forEach(day -> event.accept(of(day)));
  }

  private static Event of(Day reviews) {
    return new Event(reviews.day(), null, reviews);
  }

  private static <T> @Nullable T of(Event event, Function<Past, ? extends @Nullable T> value) {
    return event.attempt() == null ? null : value.apply(event.attempt());
  }

  private static <T> @Nullable T on(Event event, Function<Day, ? extends @Nullable T> value) {
    return event.reviews() == null ? null : value.apply(event.reviews());
  }
}
