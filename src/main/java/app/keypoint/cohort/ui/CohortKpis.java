package app.keypoint.cohort.ui;

import app.keypoint.cohort.Dashboard;
import app.keypoint.cohort.Nudge;
import app.keypoint.ui.Stat;
import com.vaadin.flow.component.html.Div;

/** A cohort in four figures. */
class CohortKpis extends Div {

  CohortKpis(Dashboard dashboard) {
    addClassNames("stats", "tiles");
    Double retained = dashboard.lastWeek().rate();
    add(
        figure(
            "retained",
            retained == null ? "–" : getTranslation("cohort.percent", retained),
            getTranslation("cohort.of-reviews", dashboard.lastWeek().reviews())));
    int all = dashboard.members().size() * dashboard.quizzes().size();
    add(
        figure(
            "finished",
            all == 0 ? "–" : getTranslation("cohort.percent", (double) dashboard.finished() / all),
            getTranslation(
                "cohort.kpi.finished.note", dashboard.finishedAll(), dashboard.members().size())));
    int holders = dashboard.holdersOfHalfTheOverdue();
    add(
        figure(
            "overdue",
            getTranslation("cohort.number", dashboard.overdue()),
            getTranslation("cohort.kpi.overdue.note", holders)));
    long urgent =
        dashboard.toNudge().stream()
            .filter(member -> member.nudges().getFirst().level() == Nudge.Level.ACT)
            .count();
    add(
        figure(
            "nudge",
            getTranslation("cohort.number", dashboard.toNudge().size()),
            getTranslation("cohort.kpi.nudge.note", urgent)));
  }

  private Stat figure(String key, String value, String note) {
    return new Stat(value, getTranslation("cohort.kpi." + key), note);
  }
}
