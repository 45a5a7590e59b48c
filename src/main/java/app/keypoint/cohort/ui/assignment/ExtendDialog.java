package app.keypoint.cohort.ui.assignment;

import app.keypoint.cohort.Assignments.Newcomer;
import app.keypoint.cohort.Assignments.Standing;
import app.keypoint.cohort.Assignments.Terms;
import app.keypoint.ui.MomentPicker;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives one learner more time. */
class ExtendDialog extends Dialog {

  private final Paragraph about = new Paragraph();
  private final Terms terms;
  private final MomentPicker due;
  private final Consumer<@Nullable Instant> extend;

  /**
   * For somebody who is asked.
   *
   * @param zone the instructor's
   * @param extend called with the new time, or null for no more than the others have
   */
  ExtendDialog(Standing standing, Terms terms, ZoneId zone, Consumer<@Nullable Instant> extend) {
    this(false, terms, zone, extend);
    setHeaderTitle(getTranslation("cohort.assign.extend.for", standing.name()));
    about.setText(getTranslation("cohort.assign.extend.about"));
    due.setValue(standing.deadline().due());
  }

  /**
   * For somebody who joined too late to be asked.
   *
   * @param extend called with the time
   */
  ExtendDialog(Newcomer newcomer, Terms terms, ZoneId zone, Consumer<@Nullable Instant> extend) {
    this(true, terms, zone, extend);
    setHeaderTitle(getTranslation("cohort.assign.newcomers.give.for", newcomer.name()));
    about.setText(getTranslation("cohort.assign.newcomers.give.about"));
  }

  /**
   * @param required whether no time is no choice
   */
  private ExtendDialog(
      boolean required, Terms terms, ZoneId zone, Consumer<@Nullable Instant> extend) {
    this.terms = terms;
    this.extend = extend;
    setWidth("480px");
    due =
        new MomentPicker(
            getTranslation("cohort.assign.due-at"), zone, LocalTime.from(terms.due().atZone(zone)));
    about.addClassNames("muted", "small");
    add(about, due);
    Button save = new Button(getTranslation("cohort.save"), click -> save(required));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("cohort.cancel"), click -> close()), save);
  }

  private void save(boolean required) {
    Instant until = due.getValue();
    if (due.isInvalid()) {
      return;
    }
    if (until == null && required) {
      due.refuse(getTranslation("cohort.assign.due.required"));
    } else if (until != null && !until.isAfter(terms.due())) {
      due.refuse(getTranslation("cohort.assign.extend.early"));
    } else {
      give(until);
    }
  }

  /** Deadlines move and time goes on while the dialog is open. */
  private void give(@Nullable Instant until) {
    try {
      extend.accept(until);
      close();
    } catch (IllegalArgumentException tooEarly) {
      due.refuse(getTranslation("cohort.assign.newcomers.early"));
    }
  }
}
