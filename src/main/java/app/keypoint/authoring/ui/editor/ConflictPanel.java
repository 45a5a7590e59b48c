package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.SaveOutcome.Conflict;
import app.keypoint.authoring.ui.editions.FieldTexts;
import app.keypoint.authoring.ui.editions.WordingComparison;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;

/**
 * Two authors changed the same part: whoever saved second sees both and chooses. It comes while one
 * is typing, and so must not take the focus: the next space would choose.
 */
final class ConflictPanel extends Section {

  /**
   * @param draft which says what key points are called
   * @param onMine saves one's own on top of the newest
   * @param onTheirs goes on from the newest
   */
  ConflictPanel(Draft draft, Conflict conflict, String when, Runnable onMine, Runnable onTheirs) {
    addClassName("conflict");
    Button mine = new Button(getTranslation("authoring.conflict.keep-mine"), e -> onMine.run());
    mine.addThemeVariants(ButtonVariant.PRIMARY);
    Button theirs =
        new Button(getTranslation("authoring.conflict.take-theirs"), e -> onTheirs.run());
    Div actions = new Div(theirs, mine);
    actions.addClassName("actions");
    add(
        new H3(getTranslation("authoring.conflict")),
        Alerts.problem(
            getTranslation("authoring.conflict.text", conflict.newest().changedBy(), when)),
        new WordingComparison(
            getTranslation("authoring.conflict"),
            getTranslation("authoring.conflict.mine"),
            getTranslation("authoring.conflict.theirs", conflict.newest().changedBy()),
            FieldTexts.differences(conflict.mine(), conflict.newest().body(), draft, this)),
        actions);
  }
}
