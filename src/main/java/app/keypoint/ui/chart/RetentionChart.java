package app.keypoint.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The share of reviews remembered, week by week, within the range that chance alone would give. */
@Tag("kp-retention")
@JsModule("context://assets/charts.js")
public class RetentionChart extends Chart {

  /**
   * One week's figures.
   *
   * @param low lower end of the range that chance alone would give, 0..1; unused without reviews
   * @param high its upper end
   */
  public record Week(
      LocalDate from, LocalDate to, int remembered, int reviews, double low, double high) {

    double rate() {
      return (double) remembered / reviews;
    }
  }

  /**
   * @param weeks oldest first; one without reviews leaves a gap
   */
  public RetentionChart(List<Week> weeks) {
    this(weeks, 0);
  }

  /**
   * @param goal a share to aim at, drawn as a line, 0..1; 0 for none
   */
  public RetentionChart(List<Week> weeks, double goal) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    if (goal > 0) {
      data.put("goal", goal);
      data.put("goalName", getTranslation("ui.retention.goal", goal));
    }
    ArrayNode points = data.putArray("weeks");
    for (Week week : weeks) {
      ObjectNode point = points.addObject().put("name", shortDay(week.from()));
      if (week.reviews() > 0) {
        point
            .put("rate", week.rate())
            .put("low", week.low())
            .put("high", week.high())
            .put("tip", tip(week));
      }
    }
    int reviews = weeks.stream().mapToInt(Week::reviews).sum();
    int remembered = weeks.stream().mapToInt(Week::remembered).sum();
    String label =
        reviews == 0
            ? getTranslation("ui.retention.none", weeks.size())
            : getTranslation(
                "ui.retention.label", (double) remembered / reviews, reviews, weeks.size());
    draw(data, label);
    table(
        label,
        List.of(
            getTranslation("ui.week-from"),
            getTranslation("ui.retention.remembered"),
            getTranslation("ui.retention.range"),
            getTranslation("ui.retention.reviews")),
        weeks.stream().map(this::row).toList());
  }

  private String tip(Week week) {
    return getTranslation(
        "ui.retention.week",
        shortDay(week.from()),
        shortDay(week.to()),
        week.rate(),
        week.reviews(),
        week.low(),
        week.high());
  }

  private List<String> row(Week week) {
    String reviews = getTranslation("ui.number", week.reviews());
    return week.reviews() == 0
        ? List.of(fullDay(week.from()), "–", "–", reviews)
        : List.of(
            fullDay(week.from()),
            getTranslation("ui.percent", week.rate()),
            getTranslation("ui.percent-range", week.low(), week.high()),
            reviews);
  }
}
