package app.keypoint.cohort.ui.statistics;

import app.keypoint.statistics.TotalFigures;
import app.keypoint.ui.Stat;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;

/** A quiz's figures, each with what it means and what to do. */
class QuizFigures extends Section {

  private final Div tiles = new Div();

  /**
   * @param max the most marks that the quiz gives
   */
  QuizFigures(TotalFigures total, int max) {
    H2 title = new H2(getTranslation("cohort.total.title"));
    tiles.addClassNames("stats", "tiles", "explained");
    tile("mean", getTranslation("cohort.total.of", total.mean(), max), mean(total.mean() / max));
    tile("median", getTranslation("cohort.total.of", total.median(), max), "any");
    tile("deviation", decimal(total.deviation()), total.deviation() == 0 ? "none" : "any");
    tile("skewness", decimal(total.skewness()), shape(total.skewness(), 1));
    tile("kurtosis", decimal(total.kurtosis()), shape(total.kurtosis(), 1));
    tile("alpha", percent(total.alpha()), alpha(total.alpha()));
    tile("error-ratio", percent(total.errorRatio()), errorRatio(total.errorRatio()));
    tile("standard-error", decimal(total.standardError()), known(total.standardError()));
    add(title, tiles);
  }

  private void tile(String figure, String value, String said) {
    tiles.add(
        new Stat(
            value,
            getTranslation("cohort.total." + figure),
            getTranslation("cohort.total." + figure + "." + said)));
  }

  private String decimal(@Nullable Double value) {
    return value == null ? "–" : getTranslation("cohort.decimal", Rounded.of(value));
  }

  private String percent(@Nullable Double value) {
    return value == null ? "–" : getTranslation("cohort.percents", Rounded.percents(value));
  }

  private static String mean(double share) {
    return share >= 0.9 ? "high" : share >= 0.5 ? "middle" : "low";
  }

  private static String shape(@Nullable Double value, double bound) {
    if (value == null) {
      return "unknown";
    }
    return value > bound ? "high" : value < -bound ? "low" : "middle";
  }

  private static String alpha(@Nullable Double value) {
    if (value == null) {
      return "unknown";
    }
    return value >= 75 ? "high" : value >= 60 ? "middle" : "low";
  }

  private static String errorRatio(@Nullable Double value) {
    if (value == null) {
      return "unknown";
    }
    return value <= 50 ? "low" : "high";
  }

  private static String known(@Nullable Double value) {
    return value == null ? "unknown" : "any";
  }
}
