package app.keypoint.progress;

import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.Retention;
import app.keypoint.statistics.ScoreInterval;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seven study days of retention.
 *
 * @param from the first of the seven
 * @param to the last of the seven
 */
public record RetentionWeek(LocalDate from, LocalDate to, Retention retention) {

  private static final int DAYS = 7;

  /**
   * The last weeks, oldest first. They end today rather than on a Sunday, so that the newest figure
   * rests on as many days as the others.
   */
  public static List<RetentionWeek> last(int weeks, Collection<DayActivity> days, LocalDate today) {
    return IntStream.range(0, weeks)
        .mapToObj(week -> of(days, today.minusDays((long) DAYS * (weeks - 1 - week))))
        .toList();
  }

  private static RetentionWeek of(Collection<DayActivity> days, LocalDate to) {
    LocalDate from = to.minusDays(DAYS - 1);
    return new RetentionWeek(from, to, ActivityStatistics.retention(days, from, to));
  }

  /**
   * The range of true rates that would plausibly give this figure by chance. Null without reviews.
   */
  public @Nullable ScoreInterval chance() {
    return retention.reviews() == 0
        ? null
        : ScoreInterval.of(retention.remembered(), retention.reviews());
  }
}
