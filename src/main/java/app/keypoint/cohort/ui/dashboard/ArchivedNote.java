package app.keypoint.cohort.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Says that a cohort is archived, and brings it back. */
final class ArchivedNote extends Div {

  ArchivedNote(Runnable bringBack) {
    add(
        new Span(getTranslation("cohort.archived.about")),
        new Button(getTranslation("cohort.bring-back"), click -> bringBack.run()));
    addClassNames("alert", "archived-note");
  }
}
