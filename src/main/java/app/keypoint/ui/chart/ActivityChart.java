package app.keypoint.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    int most = answersByDay.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("fewer", getTranslation("ui.activity.fewer"));
    data.put("more", getTranslation("ui.activity.more"));
    ArrayNode days = data.putArray("days");
    List<List<String>> weeks = new ArrayList<>();
    int total = 0;
    int active = 0;
    int inWeek = 0;
    for (LocalDate day = first; !day.isAfter(to); day = day.plusDays(1)) {
      int answers = answersByDay.getOrDefault(day, 0);
      days.addObject()
          .put("level", level(answers, most))
          .put("tip", getTranslation("ui.activity.day", fullDay(day), answers));
      total += answers;
      active += answers > 0 ? 1 : 0;
      inWeek += answers;
      boolean weekEnds = day.equals(to) || day.plusDays(1).getDayOfWeek() == weekStart;
      if (weekEnds) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(weekStart));
        weeks.add(List.of(fullDay(monday), getTranslation("ui.number", inWeek)));
        inWeek = 0;
      }
    }
    String label = getTranslation("ui.activity.label", total, active, weeks.size());
    draw(data, label);
    table(
        label,
        List.of(getTranslation("ui.week-from"), getTranslation("ui.activity.answers")),
        weeks);
  }

  /** 0 for none, then quarters of the busiest day's count, from 1 to 4. */
  static int level(int answers, int most) {
    return answers == 0 ? 0 : Math.max(1, (int) Math.ceil((double) LEVELS * answers / most));
  }
}
