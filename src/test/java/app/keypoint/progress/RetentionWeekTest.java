package app.keypoint.progress;

import static app.keypoint.progress.Samples.TODAY;
import static app.keypoint.progress.Samples.day;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.Retention;
import app.keypoint.statistics.ScoreInterval;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetentionWeekTest {

  @Test
  void endsTodayAndGoesBackOldestFirst() {
    List<RetentionWeek> weeks = RetentionWeek.last(12, List.of(), TODAY);
    assertThat(weeks).hasSize(12);
    assertThat(weeks.getLast().to()).isEqualTo(TODAY);
    assertThat(weeks.getFirst().from()).isEqualTo(TODAY.minusDays(12 * 7 - 1));
  }

  @Test
  void countsTheReviewsOfItsSevenDays() {
    List<DayActivity> days =
        List.of(day(7, 9, 1, 2, 0), day(6, 9, 3, 4, 0), day(0, 9, 5, 5, 0), day(-1, 9, 7, 7, 0));
    List<RetentionWeek> weeks = RetentionWeek.last(2, days, TODAY);
    assertThat(weeks.getFirst().retention()).isEqualTo(new Retention(1, 2));
    assertThat(weeks.getLast().retention()).isEqualTo(new Retention(8, 9));
  }

  @Test
  void aWeekWithoutReviewsClaimsNothing() {
    assertThat(RetentionWeek.last(1, List.of(), TODAY).getFirst().chance()).isNull();
  }

  @Test
  void theRangeIsWilsons() {
    // The textbook's 8 of 10: 0.490 to 0.943.
    ScoreInterval range = chance(8, 10);
    assertThat(range.low()).isEqualTo(0.490, within(0.0005));
    assertThat(range.high()).isEqualTo(0.943, within(0.0005));
  }

  @Property
  void theRangeHoldsTheFigureAndStaysAShare(
      @ForAll @IntRange(min = 1, max = 5000) int reviews,
      @ForAll @IntRange(max = 1000) int thousandths) {
    int remembered = reviews * thousandths / 1000;
    ScoreInterval range = chance(remembered, reviews);
    double rate = (double) remembered / reviews;
    assertThat(range.low()).isBetween(0.0, rate + 1e-9);
    assertThat(range.high()).isBetween(rate - 1e-9, 1.0);
  }

  @Property
  void moreReviewsNarrowTheRange(@ForAll @IntRange(min = 1, max = 500) int reviews) {
    assertThat(width(chance(reviews, 2 * reviews)))
        .isGreaterThan(width(chance(2 * reviews, 4 * reviews)));
  }

  @Property
  void weeksShareOutEveryReviewOnce(@ForAll @IntRange(min = 1, max = 20) int weeks) {
    List<DayActivity> days =
        IntStream.range(0, 7 * weeks).mapToObj(ago -> day(ago, 1, 1, 1, 1)).toList();
    assertThat(RetentionWeek.last(weeks, days, TODAY))
        .allSatisfy(week -> assertThat(week.retention()).isEqualTo(new Retention(7, 7)));
  }

  private static ScoreInterval chance(int remembered, int reviews) {
    return requireNonNull(
        new RetentionWeek(TODAY, TODAY, new Retention(remembered, reviews)).chance());
  }

  private static double width(ScoreInterval range) {
    return range.high() - range.low();
  }
}
