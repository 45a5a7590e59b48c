package app.keypoint.cohort.ui.roster;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** How far an import is, with a button that calls it off. */
class RosterProgressBar extends Section {

  private final ProgressBar bar = new ProgressBar();
  private final Paragraph text = new Paragraph(getTranslation("cohort.roster.working"));

  /** For the eye alone: a reader of the screen would say every step aloud. */
  private final Paragraph count = new Paragraph();

  private final AtomicBoolean calledOff = new AtomicBoolean();

  RosterProgressBar() {
    addClassName("card");
    text.getElement().setAttribute("role", "status");
    count.addClassNames("muted", "small");
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-hidden", "true");
    Button cancel = new Button(getTranslation("cohort.cancel"), click -> calledOff.set(true));
    cancel.setDisableOnClick(true);
    Div actions = new Div(cancel);
    actions.addClassName("actions");
    add(text, bar, count, actions);
  }

  /** Whoever went elsewhere cannot be shown the passwords. */
  @Override
  protected void onDetach(DetachEvent event) {
    calledOff.set(true);
  }

  /**
   * Tells of a step, unless it was called off. Called by the work.
   *
   * @param step whether anybody could be told; closing the page calls it off
   */
  boolean goOn(BooleanSupplier step) {
    return !calledOff.get() && step.getAsBoolean();
  }

  void show(int done, int all) {
    bar.setIndeterminate(false);
    bar.setMax(Math.max(1, all));
    bar.setValue(Math.min(done, all));
    count.setText(getTranslation("cohort.roster.making", done, all));
  }
}
