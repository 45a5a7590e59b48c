package app.keypoint.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers per study day as a calendar: a column for each week, darker where there were more. */
@Tag("kp-activity")
@JsModule("context://assets/days.js")
public class ActivityChart extends Chart {

  private static final int LEVELS = 4;

  /**
   * @param answersByDay days that are absent had no answers
   * @param from widened to the start of its week
   * @param to the last day, today as a rule
   */
  public ActivityChart(Map<LocalDate, Integer> answersByDay, LocalDate from, LocalDate to) {
    DayOfWeek weekStart = WeekFields.of(getLocale()).getFirstDayOfWeek();
    LocalDate first = from.with(TemporalAdjusters.previousOrSame(weekStart));
    int[] answers =
        first
            .datesUntil(to.plusDays(1))
            .mapToInt(day -> answersByDay.getOrDefault(day, 0))
            .toArray();
    int most = IntStream.of(answers).max().orElse(0);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("fewer", getTranslation("ui.activity.fewer"));
    data.put("more", getTranslation("ui.activity.more"));
    data.put("from", first.toString());
    ArrayNode days = data.putArray("values");
    ObjectNode levels = data.putObject("levels");
    for (int each : answers) {
      days.add(each);
      levels.put(Integer.toString(each), level(each, most));
    }
    data.set("tips", tips(IntStream.of(answers), this::tip));
    data.putArray("headings")
        .add(getTranslation("ui.week-from"))
        .add(getTranslation("ui.activity.answers"));
    draw(
        data,
        getTranslation(
            "ui.activity.label",
            IntStream.of(answers).sum(),
            IntStream.of(answers).filter(each -> each > 0).count(),
            Math.ceilDiv(answers.length, DayOfWeek.values().length)));
  }

  private String tip(int answers) {
    return getTranslation("ui.activity.day", DAY, answers);
  }

  /** 0 for none, then quarters of the busiest day's count, from 1 to 4. */
  static int level(int answers, int most) {
    return answers == 0 ? 0 : Math.max(1, (int) Math.ceil((double) LEVELS * answers / most));
  }
}
