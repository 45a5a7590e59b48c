package app.keypoint.insight.ui;

import app.keypoint.insight.simulation.Plan;
import app.keypoint.insight.simulation.Workload;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.ui.chart.WorkloadChart;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a simulated year came to, beside the same year under the other scheduler. */
class SimulationResult extends Section {

  private static final int WEEK = 7;

  private final SimulationRun.Result result;

  SimulationResult(SimulationRun.Result result) {
    this.result = result;
    addClassName("card");
    Plan plan = result.plan();
    Workload chosen = result.chosen();
    add(
        new H2(getTranslation("insight.simulate.result", name(plan.fsrs()))),
        new Paragraph(
            getTranslation(
                "insight.simulate.sum",
                chosen.meanReviews(),
                chosen.meanMinutes(),
                chosen.remembered(),
                chosen.introduced())));
    if (chosen.notBegun() > 0) {
      add(new Paragraph(getTranslation("insight.simulate.not-begun", chosen.notBegun())));
    }
    int waiting = chosen.days().getLast().waiting();
    if (waiting > 0) {
      add(new Paragraph(getTranslation("insight.simulate.waiting", waiting)));
    }
    Paragraph axis = new Paragraph(getTranslation("insight.simulate.chart"));
    axis.addClassNames("muted", "small");
    add(axis, chart(), figures());
  }

  private WorkloadChart chart() {
    return new WorkloadChart(
        List.of(
            new WorkloadChart.Series(name(result.plan().fsrs()), weeks(result.chosen())),
            new WorkloadChart.Series(name(!result.plan().fsrs()), weeks(result.other()))));
  }

  /** Minutes a day in each week; days beyond the last whole week count to it. */
  static List<Double> weeks(Workload workload) {
    List<Workload.Day> days = workload.days();
    int weeks = Math.max(1, days.size() / WEEK);
    List<Double> minutes = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      int to = week == weeks - 1 ? days.size() : (week + 1) * WEEK;
      minutes.add(
          days.subList(week * WEEK, to).stream()
              .mapToDouble(Workload.Day::minutes)
              .average()
              .orElseThrow());
    }
    return minutes;
  }

  private NativeTable figures() {
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    heading(head.addHeaderCell(), getTranslation("insight.simulate.figure"), "col");
    for (boolean fsrs : new boolean[] {result.plan().fsrs(), !result.plan().fsrs()}) {
      NativeTableHeaderCell cell = head.addHeaderCell();
      heading(cell, name(fsrs), "col");
      cell.addClassName("r");
    }
    row(table, "reviews", run -> getTranslation("ui.decimal", run.meanReviews()));
    row(table, "minutes", run -> getTranslation("ui.decimal", run.meanMinutes()));
    row(
        table,
        "peak",
        run ->
            getTranslation(
                "insight.simulate.peak.value",
                run.days().get(run.peak()).answers(),
                run.peak() + 1));
    row(table, "remembered", run -> getTranslation("ui.number", Math.round(run.remembered())));
    row(
        table,
        "per-minute",
        run ->
            run.answers() == 0
                ? "–"
                : getTranslation("ui.decimal", run.remembered() / run.meanMinutes()));
    return table;
  }

  private void row(NativeTable table, String name, Function<Workload, String> figure) {
    NativeTableRow row = table.getBody().addRow();
    heading(row.addHeaderCell(), getTranslation("insight.simulate.figure." + name), "row");
    for (Workload run : List.of(result.chosen(), result.other())) {
      NativeTableCell cell = row.addDataCell();
      cell.setText(figure.apply(run));
      cell.addClassName("r");
    }
  }

  private String name(boolean fsrs) {
    return getTranslation("review.scheduler." + (fsrs ? Algorithm.FSRS : Algorithm.SM2));
  }

  private static void heading(NativeTableHeaderCell cell, String text, String scope) {
    cell.setText(text);
    cell.getElement().setAttribute("scope", scope);
  }
}
