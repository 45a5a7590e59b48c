package app.keypoint.cohort.ui;

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

  /**
   * @param zone the instructor's
   * @param extend called with the new time, or null for no more than the others have
   */
  ExtendDialog(Standing standing, Terms terms, ZoneId zone, Consumer<@Nullable Instant> extend) {
    setHeaderTitle(getTranslation("cohort.assign.extend.for", standing.name()));
    setWidth("480px");
    MomentPicker due =
        new MomentPicker(
            getTranslation("cohort.assign.due-at"), zone, LocalTime.from(terms.due().atZone(zone)));
    due.setValue(standing.deadline().due());
    Paragraph about = new Paragraph(getTranslation("cohort.assign.extend.about"));
    about.addClassNames("muted", "small");
    add(about, due);
    Button save =
        new Button(
            getTranslation("cohort.save"),
            click -> {
              Instant until = due.getValue();
              if (due.isInvalid()) {
                return;
              }
              if (until != null && !until.isAfter(terms.due())) {
                due.refuse(getTranslation("cohort.assign.extend.early"));
                return;
              }
              extend.accept(until);
              close();
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("cohort.cancel"), click -> close()), save);
  }
}
