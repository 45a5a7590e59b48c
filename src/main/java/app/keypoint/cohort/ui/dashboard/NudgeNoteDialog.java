package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Nudges;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks why a nudge is dismissed, or has that written anew. */
class NudgeNoteDialog extends Dialog {

  /**
   * @param titleKey of the heading, which takes the learner's name
   * @param doKey of the button
   * @param about the reason that the note is about
   */
  NudgeNoteDialog(
      String titleKey,
      String doKey,
      String name,
      String about,
      String note,
      Consumer<String> write) {
    setHeaderTitle(getTranslation(titleKey, name));
    setWidth("480px");
    Paragraph reason = new Paragraph(about);
    TextArea text = new TextArea(getTranslation("cohort.nudges.note"));
    text.setHelperText(getTranslation("cohort.nudges.note.hint"));
    text.setMaxLength(Nudges.MAX_NOTE);
    text.setValue(note);
    text.setWidthFull();
    text.setMinRows(2);
    add(reason, text);
    Button save =
        new Button(
            getTranslation(doKey),
            click -> {
              write.accept(text.getValue());
              close();
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("cohort.cancel"), click -> close()), save);
    text.focus();
  }
}
