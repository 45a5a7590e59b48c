package app.keypoint.shell;

import app.keypoint.identity.GoneException;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;

/** Says what happened when a click or another event on a shown page failed. */
class EventErrors implements ErrorHandler {

  @Override
  public void error(ErrorEvent event) {
    UI ui = UI.getCurrent();
    Throwable error = event.getThrowable();
    if (ui == null) {
      ErrorId.log("a background task", error);
    } else if (missing(error)) {
      tell(ui, ui.getTranslation("shell.gone.title"), ui.getTranslation("shell.gone.text"));
    } else {
      String id = ErrorId.log(ui.getActiveViewLocation().getPath(), error);
      tell(
          ui, ui.getTranslation("shell.internal.title"), ui.getTranslation("shell.event.text", id));
    }
  }

  /** Not there, or not for this person: which of the two is nobody's business. */
  private static boolean missing(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof GoneException || cause instanceof AccessDeniedException);
  }

  private static void tell(UI ui, String title, String text) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(title);
    dialog.setText(text);
    dialog.setConfirmText(ui.getTranslation("shell.reload"));
    dialog.addConfirmListener(confirm -> ui.getPage().reload());
    dialog.setCancelable(true);
    dialog.setCancelText(ui.getTranslation("shell.close"));
    dialog.open();
  }
}
