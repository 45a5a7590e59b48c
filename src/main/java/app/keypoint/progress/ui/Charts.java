package app.keypoint.progress.ui;

import app.keypoint.progress.Progress;
import app.keypoint.progress.RetentionWeek;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.statistics.ScoreInterval;
import app.keypoint.ui.chart.ActivityChart;
import app.keypoint.ui.chart.ForecastChart;
import app.keypoint.ui.chart.RetentionChart;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Fills the shared charts with a learner's figures. */
final class Charts {

  private Charts() {}

  /** The last weeks, this one included. */
  static ActivityChart activity(Progress progress, int weeks) {
    LocalDate from = progress.today().minusWeeks(weeks - 1L);
    return new ActivityChart(
        progress.days().stream().collect(Collectors.toMap(DayActivity::day, DayActivity::answers)),
        from,
        progress.today());
  }

  /** The last weeks, each up to the weekday that today is. */
  static RetentionChart retention(Progress progress, int weeks) {
    return new RetentionChart(progress.weeks(weeks).stream().map(Charts::week).toList());
  }

  /** So many days of the forecast, today first. */
  static ForecastChart forecast(Progress progress, int days) {
    return new ForecastChart(progress.forecast().headMap(progress.today().plusDays(days)));
  }

  private static RetentionChart.Week week(RetentionWeek week) {
    ScoreInterval chance = week.chance();
    return new RetentionChart.Week(
        week.from(),
        week.to(),
        week.retention().remembered(),
        week.retention().reviews(),
        chance == null ? 0 : chance.low(),
        chance == null ? 0 : chance.high());
  }
}
