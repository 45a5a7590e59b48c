package app.keypoint.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Minutes a day, week by week, for one or two ways of studying. */
@Tag("kp-workload")
@JsModule("context://assets/charts.js")
public class WorkloadChart extends Chart {

  /**
   * One way of studying.
   *
   * @param minutes a day on average, for each week from the first; not empty
   */
  public record Series(String name, List<Double> minutes) {}

  /**
   * @param series one or two, of equally many weeks
   */
  public WorkloadChart(List<Series> series) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode lines = data.putArray("series");
    for (Series one : series) {
      ArrayNode values = lines.addObject().put("name", one.name()).putArray("values");
      one.minutes().forEach(minutes -> values.add(Math.round(minutes * 10) / 10.0));
    }
    ArrayNode weeks = data.putArray("weeks");
    List<List<String>> rows = new ArrayList<>();
    int count = series.getFirst().minutes().size();
    for (int week = 0; week < count; week++) {
      String name = getTranslation("ui.workload.week", week + 1);
      List<String> row = new ArrayList<>(List.of(name));
      List<String> tip = new ArrayList<>(List.of(name));
      for (Series one : series) {
        double minutes = one.minutes().get(week);
        row.add(getTranslation("ui.decimal", minutes));
        tip.add(getTranslation("ui.workload.minutes", one.name(), minutes));
      }
      weeks.addObject().put("name", name).put("tip", String.join(" · ", tip));
      rows.add(row);
    }
    String label = series.stream().map(this::sum).collect(Collectors.joining(" "));
    draw(data, label);
    List<String> headings = new ArrayList<>(List.of(getTranslation("ui.workload.heading")));
    series.forEach(one -> headings.add(one.name()));
    table(label, headings, rows);
  }

  private String sum(Series series) {
    int peak = 0;
    double sum = 0;
    for (int week = 0; week < series.minutes().size(); week++) {
      sum += series.minutes().get(week);
      peak = series.minutes().get(week) > series.minutes().get(peak) ? week : peak;
    }
    return getTranslation(
        "ui.workload.label",
        series.name(),
        sum / series.minutes().size(),
        peak + 1,
        series.minutes().get(peak));
  }
}
