package app.keypoint.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The share remembered by days since the last review, beside what the scheduler expected. */
@Tag("kp-forgetting")
@JsModule("context://assets/charts.js")
public class ForgettingChart extends Chart {

  /**
   * Reviews after a range of days.
   *
   * @param last null when there is no end
   * @param observed share remembered, 0..1
   * @param low lower end of the range that chance alone would give
   * @param high its upper end
   * @param expected mean probability of recall, 0..1
   */
  public record Point(
      int first,
      @Nullable Integer last,
      int reviews,
      double observed,
      double low,
      double high,
      double expected) {}

  /**
   * @param points the shortest gap first; not empty
   */
  public ForgettingChart(List<Point> points) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("observed", getTranslation("ui.forgetting.observed"));
    data.put("expected", getTranslation("ui.forgetting.expected"));
    ArrayNode gaps = data.putArray("gaps");
    for (Point point : points) {
      gaps.addObject()
          .put("name", days(point))
          .put("observed", point.observed())
          .put("low", point.low())
          .put("high", point.high())
          .put("expected", point.expected())
          .put("tip", tip(point));
    }
    int reviews = points.stream().mapToInt(Point::reviews).sum();
    String label = getTranslation("ui.forgetting.label", reviews);
    draw(data, label);
    table(
        label,
        List.of(
            getTranslation("ui.forgetting.days"),
            getTranslation("ui.forgetting.observed"),
            getTranslation("ui.retention.range"),
            getTranslation("ui.forgetting.expected"),
            getTranslation("ui.retention.reviews")),
        points.stream().map(this::row).toList());
  }

  private String days(Point point) {
    if (point.last() == null) {
      return getTranslation("ui.forgetting.more", point.first());
    }
    return point.first() == point.last()
        ? getTranslation("ui.number", point.first())
        : getTranslation("ui.forgetting.range", point.first(), point.last());
  }

  private String tip(Point point) {
    return getTranslation(
        "ui.forgetting.tip",
        days(point),
        point.observed(),
        point.low(),
        point.high(),
        point.reviews(),
        point.expected());
  }

  private List<String> row(Point point) {
    return List.of(
        days(point),
        getTranslation("ui.percent", point.observed()),
        getTranslation("ui.percent-range", point.low(), point.high()),
        getTranslation("ui.percent", point.expected()),
        getTranslation("ui.number", point.reviews()));
  }
}
