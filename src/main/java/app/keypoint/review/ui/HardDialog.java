package app.keypoint.review.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/** Says once, in plain words, what "Hard" is for. */
class HardDialog extends Dialog {

  HardDialog() {
    setHeaderTitle(getTranslation("review.hard.title"));
    setWidth("480px");
    add(
        new Paragraph(getTranslation("review.hard.text")),
        new Paragraph(getTranslation("review.hard.advice")));
    NativeButton understood =
        new NativeButton(getTranslation("review.hard.understood"), click -> close());
    understood.addClassNames("btn", "primary");
    getFooter().add(understood);
    addOpenedChangeListener(
        change -> {
          if (change.isOpened()) {
            understood.focus();
          }
        });
  }
}
