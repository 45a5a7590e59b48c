package app.keypoint.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Predicted shares against what was observed; on the diagonal the predictions came true. */
@Tag("kp-calibration")
@JsModule("context://assets/charts.js")
public class CalibrationChart extends Chart {

  /**
   * Answers that were predicted alike.
   *
   * @param predicted mean prediction, 0..1
   * @param observed share remembered, 0..1
   * @param answers how many, 1 or more
   */
  public record Point(double predicted, double observed, int answers) {}

  /** One predictor's points, from the lowest prediction to the highest. */
  public record Series(String name, List<Point> points) {}

  /**
   * @param series one or two, which is as many as can be told apart without colours
   */
  public CalibrationChart(List<Series> series) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("predicted", getTranslation("ui.calibration.predicted"));
    data.put("observed", getTranslation("ui.calibration.observed"));
    ArrayNode all = data.putArray("series");
    List<List<String>> rows = new ArrayList<>();
    for (Series one : series) {
      ArrayNode points = all.addObject().put("name", one.name()).putArray("points");
      for (Point point : one.points()) {
        points
            .addObject()
            .put("predicted", point.predicted())
            .put("observed", point.observed())
            .put("answers", point.answers())
            .put("tip", words("ui.calibration.point", one.name(), point));
        rows.add(row(one.name(), point));
      }
    }
    String label =
        series.stream()
            .map(one -> words("ui.calibration.label", one.name(), whole(one)))
            .collect(Collectors.joining(" "));
    draw(data, label);
    table(
        label,
        List.of(
            getTranslation("ui.calibration.by"),
            getTranslation("ui.calibration.predicted"),
            getTranslation("ui.calibration.observed"),
            getTranslation("ui.calibration.answers")),
        rows);
  }

  private String words(String key, String name, Point point) {
    return getTranslation(key, name, point.predicted(), point.observed(), point.answers());
  }

  private List<String> row(String name, Point point) {
    return List.of(
        name,
        getTranslation("ui.percent", point.predicted()),
        getTranslation("ui.percent", point.observed()),
        getTranslation("ui.number", point.answers()));
  }

  /** All of a series as one point. */
  private static Point whole(Series series) {
    int answers = series.points().stream().mapToInt(Point::answers).sum();
    double predicted =
        series.points().stream().mapToDouble(point -> point.predicted() * point.answers()).sum();
    double observed =
        series.points().stream().mapToDouble(point -> point.observed() * point.answers()).sum();
    return new Point(predicted / answers, observed / answers, answers);
  }
}
