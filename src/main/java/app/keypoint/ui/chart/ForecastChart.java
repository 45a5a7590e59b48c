package app.keypoint.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.LocalDate;
import java.time.format.TextStyle;
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
    data.put("from", cardsByDay.firstKey().toString());
    ArrayNode names = data.putArray("names");
    ArrayNode values = data.putArray("values");
    cardsByDay.forEach(
        (day, cards) -> {
          names.add(few ? weekday(day) : shortDay(day));
          values.add(cards);
        });
    data.set("tips", tips(cardsByDay.values().stream().mapToInt(cards -> cards), this::tip));
    data.putArray("headings").add(getTranslation("ui.day")).add(getTranslation("ui.cards"));
    int total = cardsByDay.values().stream().mapToInt(Integer::intValue).sum();
    draw(data, getTranslation("ui.forecast.label", total, cardsByDay.size()));
  }

  private String tip(int cards) {
    return getTranslation("ui.forecast.day", DAY, cards);
  }

  private String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, getLocale());
  }
}
