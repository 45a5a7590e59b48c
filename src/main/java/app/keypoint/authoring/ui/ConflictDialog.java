package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.SaveOutcome.Conflict;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Two authors changed the same part: whoever saved second sees both and chooses. */
final class ConflictDialog extends Dialog {

  /**
   * @param draft which says what key points are called
   * @param onMine saves one's own on top of the newest
   * @param onTheirs goes on from the newest
   */
  ConflictDialog(Draft draft, Conflict conflict, String when, Runnable onMine, Runnable onTheirs) {
    setHeaderTitle(getTranslation("authoring.conflict"));
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    addClassName("conflict-dialog");
    setWidth("min(900px, 100vw)");
    add(
        new Paragraph(
            getTranslation("authoring.conflict.text", conflict.newest().changedBy(), when)),
        new Differences(
            getTranslation("authoring.conflict"),
            getTranslation("authoring.conflict.mine"),
            getTranslation("authoring.conflict.theirs", conflict.newest().changedBy()),
            Said.differences(conflict.mine(), conflict.newest().body(), draft, this)));
    Button mine = choice("authoring.conflict.keep-mine", onMine);
    mine.addThemeVariants(ButtonVariant.PRIMARY);
    mine.setAutofocus(true);
    getFooter().add(choice("authoring.conflict.take-theirs", onTheirs), mine);
  }

  private Button choice(String key, Runnable choose) {
    return new Button(
        getTranslation(key),
        click -> {
          close();
          choose.run();
        });
  }
}
