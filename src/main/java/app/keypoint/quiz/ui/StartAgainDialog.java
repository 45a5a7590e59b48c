package app.keypoint.quiz.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before the answers of an open attempt are dropped. */
class StartAgainDialog extends Dialog {

  StartAgainDialog(Runnable onStartAgain) {
    setHeaderTitle(getTranslation("quiz.start-again.title"));
    add(new Paragraph(getTranslation("quiz.start-again.text")));
    NativeButton keep = new NativeButton(getTranslation("quiz.start-again.keep"), click -> close());
    keep.addClassName("btn");
    NativeButton again =
        new NativeButton(
            getTranslation("quiz.start-again"),
            click -> {
              close();
              onStartAgain.run();
            });
    again.addClassNames("btn", "primary");
    getFooter().add(keep, again);
    addOpenedChangeListener(
        change -> {
          if (change.isOpened()) {
            keep.focus();
          }
        });
  }
}
