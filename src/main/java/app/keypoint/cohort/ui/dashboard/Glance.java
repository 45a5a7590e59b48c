package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.review.statistics.Retention;
import app.keypoint.statistics.ScoreInterval;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/**
 * A cohort in six figures, each with what it rests on and what changed since a week before; each
 * opens the list of those whom it counts.
 */
public class Glance extends Div {

  private final Consumer<Filter> opening;
  private final Tile onTrack = new Tile("on-track", Filter.ON_TRACK);
  private final Tile due = new Tile("due", Filter.DUE);
  private final Tile retained = new Tile("retained", Filter.REVIEWED);
  private final Tile active = new Tile("active", Filter.ACTIVE);
  private final Tile finished = new Tile("finished", Filter.ALL);
  private final Tile nudge = new Tile("nudge", Filter.NUDGE);

  /** A figure whose words change and whose button stays, so that focus does. */
  private final class Tile extends Div {
    private final Span value = new Span();
    private final Span note = new Span();

    Tile(String key, Filter filter) {
      addClassName("stat");
      value.addClassNames("value", "num");
      note.addClassName("note");
      NativeButton label =
          new NativeButton(
              Glance.this.getTranslation("cohort.kpi." + key), click -> opening.accept(filter));
      label.addClassNames("label", "link");
      label.setTitle(Glance.this.getTranslation("cohort.kpi.open"));
      add(value, label, note);
    }

    void show(String figure, String words) {
      value.setText(figure);
      note.setText(words);
    }
  }

  /**
   * @param opening shows the learners behind a figure
   */
  public Glance(Dashboard dashboard, Consumer<Filter> opening) {
    this.opening = opening;
    addClassNames("stats", "tiles", "glance");
    add(onTrack, due, retained, active, finished, nudge);
    show(dashboard);
  }

  /** Shows the figures as they are now. */
  final void show(Dashboard dashboard) {
    int members = dashboard.learning().size();
    onTrack.show(
        getTranslation("cohort.kpi.of", dashboard.onTrack().size(), members),
        getTranslation("cohort.kpi.on-track.note"));
    due.show(
        getTranslation("cohort.number", dashboard.due()),
        getTranslation(
            "cohort.kpi.due.note", dashboard.overdue(), dashboard.holdersOfHalfTheOverdue()));
    retained.show(rate(dashboard.lastWeek()), rests(dashboard));
    active.show(
        getTranslation("cohort.kpi.of", dashboard.weeks().active(), members),
        getTranslation(
            "cohort.kpi.active.note",
            dashboard.weeks().active() - dashboard.weeks().activeBefore(),
            Math.abs(dashboard.weeks().active() - dashboard.weeks().activeBefore())));
    int all = members * dashboard.quizzes().size();
    finished.show(
        all == 0 ? "–" : getTranslation("cohort.percent", (double) dashboard.finished() / all),
        all == 0
            ? getTranslation("cohort.kpi.finished.none")
            : getTranslation("cohort.kpi.finished.note", dashboard.finishedAll(), members));
    long urgent =
        dashboard.toNudge().stream()
            .filter(member -> member.nudges().getFirst().level() == Nudge.Level.ACT)
            .count();
    nudge.show(
        getTranslation("cohort.number", dashboard.toNudge().size()),
        getTranslation("cohort.kpi.nudge.note", urgent));
    nudge.setVisible(!dashboard.cohort().archived());
  }

  private String rate(Retention retention) {
    Double rate = retention.rate();
    return rate == null ? "–" : getTranslation("cohort.percent", rate);
  }

  /** The range and the number of reviews, and the change where both weeks had reviews. */
  private String rests(Dashboard dashboard) {
    Retention now = dashboard.lastWeek();
    Double is = now.rate();
    if (is == null) {
      return getTranslation("cohort.of-reviews", 0);
    }
    ScoreInterval range = ScoreInterval.of(now.remembered(), now.reviews());
    String rests =
        getTranslation("cohort.kpi.retained.note", range.low(), range.high(), now.reviews());
    Double was = dashboard.weeks().before().retention().rate();
    if (was == null) {
      return rests;
    }
    long points = Math.round(100 * is) - Math.round(100 * was);
    return rests + getTranslation("cohort.kpi.retained.change", points, Math.abs(points));
  }
}
