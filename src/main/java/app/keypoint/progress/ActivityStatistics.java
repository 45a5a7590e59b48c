package app.keypoint.progress;

import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.Retention;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Sums over study days. */
final class ActivityStatistics {

  /** What a due card takes as long as a learner has none of their own to go by. */
  static final Duration USUAL_CARD = Duration.ofSeconds(15);

  private ActivityStatistics() {}

  static List<DayActivity> between(Collection<DayActivity> days, LocalDate from, LocalDate to) {
    return days.stream()
        .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(to))
        .toList();
  }

  static Retention retention(Collection<DayActivity> days, LocalDate from, LocalDate to) {
    return between(days, from, to).stream()
        .map(DayActivity::retention)
        .reduce(Retention.NONE, Retention::plus);
  }

  /**
   * Mean time that it takes to answer a due card until it leaves the day's queue, drill included;
   * what is usual when none has left it.
   */
  static Duration perCard(Collection<DayActivity> days) {
    int cleared = days.stream().mapToInt(DayActivity::cleared).sum();
    return cleared <= 0 ? USUAL_CARD : total(days, DayActivity::queueTime).dividedBy(cleared);
  }

  /** Mean time of a day with reviews; zero when there was none. */
  static Duration perDay(Collection<DayActivity> days) {
    long timed = days.stream().filter(day -> day.timeTaken().isPositive()).count();
    return timed == 0 ? Duration.ZERO : total(days, DayActivity::timeTaken).dividedBy(timed);
  }

  private static Duration total(
      Collection<DayActivity> days, Function<DayActivity, Duration> time) {
    return days.stream().map(time).reduce(Duration.ZERO, Duration::plus);
  }
}
