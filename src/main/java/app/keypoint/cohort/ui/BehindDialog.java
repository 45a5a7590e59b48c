package app.keypoint.cohort.ui;

import app.keypoint.cohort.statistics.BehindFigures.Part;
import app.keypoint.cohort.statistics.BehindFigures.Tried;
import app.keypoint.cohort.ui.learner.CohortLearnerView;
import app.keypoint.cohort.ui.learner.LearnerAttemptView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whom a figure counts, each with what they add to it. */
public final class BehindDialog extends Dialog implements BeforeLeaveObserver {

  /** So many are shown without a scroll bar of their own. */
  private static final int FEW = 8;

  private final Grid<Row> grid = new Grid<>();

  /** One of them, with what is said of them. */
  private record Row(long learnerId, String name, Supplier<Component> said) {}

  private BehindDialog(String title, String about, long cohortId) {
    setHeaderTitle(title);
    setWidth("520px");
    addClassName("behind");
    if (!about.isEmpty()) {
      add(new Paragraph(about));
    }
    grid.addColumn(
            new ComponentRenderer<>(
                row ->
                    new RouterLink(
                        row.name(),
                        CohortLearnerView.class,
                        CohortLearnerView.route(cohortId, row.learnerId()))))
        .setHeader(getTranslation("cohort.column.name"))
        .setFlexGrow(1);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateText(getTranslation("cohort.members.none"));
    grid.setAriaLabel(title);
    add(grid);
    getFooter().add(new Button(getTranslation("cohort.behind.close"), _ -> close()));
  }

  /** Whoever goes on to somebody in it has left it. */
  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    close();
  }

  /** Says that it is recorded who looked. */
  public BehindDialog recorded() {
    Paragraph recorded = new Paragraph(getTranslation("cohort.behind.recorded"));
    recorded.addClassNames("muted", "small");
    add(recorded);
    return this;
  }

  /** Whether such a list is open before somebody. */
  public static boolean isOpenBefore(UI ui) {
    return ui.getElement()
        .getChildren()
        .flatMap(child -> child.getComponent().stream())
        .anyMatch(child -> child instanceof BehindDialog dialog && dialog.isOpened());
  }

  private <T> BehindDialog filled(String heading, List<T> all, Function<T, Row> row) {
    grid.addColumn(new ComponentRenderer<>(each -> each.said().get()))
        .setHeader(heading)
        .setFlexGrow(1);
    var unused = grid.setItems(all.stream().map(row).toList());
    grid.setAllRowsVisible(all.size() <= FEW);
    return this;
  }

  /**
   * Learners.
   *
   * @param heading of what is said of each
   */
  public static BehindDialog of(
      String title,
      String about,
      long cohortId,
      String heading,
      List<Part> learners,
      Function<Part, String> words) {
    return new BehindDialog(title, about, cohortId)
        .filled(
            heading,
            learners,
            part -> new Row(part.learnerId(), part.name(), () -> new Span(words.apply(part))));
  }

  /** Attempts, each of which can be opened. */
  public static BehindDialog ofAttempts(
      String title,
      String about,
      long cohortId,
      List<Tried> attempts,
      Function<Tried, String> words) {
    BehindDialog dialog = new BehindDialog(title, about, cohortId).recorded();
    return dialog.filled(
        dialog.getTranslation("cohort.behind.attempt"),
        attempts,
        tried ->
            new Row(
                tried.learnerId(),
                tried.name(),
                () ->
                    new RouterLink(
                        words.apply(tried),
                        LearnerAttemptView.class,
                        LearnerAttemptView.route(cohortId, tried.learnerId(), tried.attemptId()))));
  }
}
