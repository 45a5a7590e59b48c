package app.keypoint.authoring.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

/** What can be added to a quiz. */
final class AddButtons extends Div {

  AddButtons(Runnable point, Runnable question) {
    addClassName("actions");
    add(
        new Button(getTranslation("authoring.add-question"), click -> question.run()),
        new Button(getTranslation("authoring.add-point"), click -> point.run()));
  }
}
