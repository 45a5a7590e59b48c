package app.keypoint.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How many cards come due on each day, as bars; the first day, today, stands out. */
@Tag("kp-forecast")
@JsModule("context://assets/days.js")
public class ForecastChart extends Chart {

  /** Up to so many days each bar shows its number and its day of the week. */
  private static final int FEW_DAYS = 7;

  /**
   * @param cardsByDay every day to show, those without cards included
   */
  public ForecastChart(SortedMap<LocalDate, Integer> cardsByDay) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    boolean few = cardsByDay.size() <= FEW_DAYS;
    data.put("few", few);
    ArrayNode days = data.putArray("days");
    cardsByDay.forEach(
        (day, cards) ->
            days.addObject()
                .put("name", few ? weekday(day) : shortDay(day))
                .put("value", cards)
                .put("tip", getTranslation("ui.forecast.day", fullDay(day), cards)));
    int total = cardsByDay.values().stream().mapToInt(Integer::intValue).sum();
    String label = getTranslation("ui.forecast.label", total, cardsByDay.size());
    draw(data, label);
    table(
        label,
        List.of(getTranslation("ui.day"), getTranslation("ui.cards")),
        cardsByDay.entrySet().stream().map(this::row).toList());
  }

  private String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, getLocale());
  }

  private List<String> row(Map.Entry<LocalDate, Integer> day) {
    return List.of(fullDay(day.getKey()), getTranslation("ui.number", day.getValue()));
  }
}
