package app.keypoint.shell;

import app.keypoint.audit.TooMuchToRecord;
import app.keypoint.identity.GoneException;
import app.keypoint.ui.Confirm;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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
      if (within(error, AccessDeniedException.class)) {
        Refusals.log(ui.getActiveViewLocation().getPath(), Refusals.reason(error));
      }
      tell(ui, ui.getTranslation("shell.gone.title"), ui.getTranslation("shell.gone.text"));
    } else if (within(error, OptimisticLockingFailureException.class)) {
      tell(ui, ui.getTranslation("shell.conflict.title"), ui.getTranslation("shell.conflict.text"));
    } else if (refused(error) instanceof ConstraintViolation<?> limit) {
      // Not with the message, which may hold what was sent.
      Refusals.log(ui.getActiveViewLocation().getPath(), "beyond the limit of " + field(limit));
      tell(
          ui,
          ui.getTranslation("shell.refused.title"),
          ui.getTranslation("shell.refused.text", field(limit), limit.getMessage()));
    } else if (unrecorded(error) instanceof TooMuchToRecord refusal) {
      Refusals.log(ui.getActiveViewLocation().getPath(), Refusals.reason(refusal));
      tell(
          ui,
          ui.getTranslation("shell.too-much.title"),
          ui.getTranslation("shell.too-much.text", refusal.minutes()));
    } else {
      String id = ErrorId.log(ui.getActiveViewLocation().getPath(), error);
      tell(
          ui, ui.getTranslation("shell.internal.title"), ui.getTranslation("shell.event.text", id));
    }
  }

  /** Not there, or not for this person: which of the two is nobody's business. */
  private static boolean missing(Throwable error) {
    return within(error, GoneException.class) || within(error, AccessDeniedException.class);
  }

  /** What could not be recorded, or null. */
  private static @Nullable TooMuchToRecord unrecorded(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .filter(TooMuchToRecord.class::isInstance)
        .map(TooMuchToRecord.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static boolean within(Throwable error, Class<? extends Throwable> kind) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }

  /**
   * The first limit that something sent goes beyond, or null: only whoever goes past a field's own
   * limit comes here.
   */
  private static @Nullable ConstraintViolation<?> refused(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .flatMap(
            cause ->
                cause instanceof ConstraintViolationException beyond
                    ? beyond.getConstraintViolations().stream()
                    : Stream.empty())
        .findFirst()
        .orElse(null);
  }

  private static String field(ConstraintViolation<?> limit) {
    String name = "";
    for (Path.Node node : limit.getPropertyPath()) {
      name = node.getName() == null ? name : node.getName();
    }
    return name;
  }

  private static void tell(UI ui, String title, String text) {
    Confirm.ask(
        title,
        text,
        ui.getTranslation("shell.reload"),
        ui.getTranslation("shell.close"),
        () -> ui.getPage().reload());
  }
}
