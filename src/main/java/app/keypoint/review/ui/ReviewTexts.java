package app.keypoint.review.ui;

import app.keypoint.review.Undo;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;

/** What screens say of reviews, in the language of the page. */
public final class ReviewTexts {

  private ReviewTexts() {}

  /**
   * A text of this feature.
   *
   * @param key without its leading {@code review.}
   */
  public static String text(String key, Object... arguments) {
    return I18NProvider.translate(UI.getCurrent().getLocale(), "review." + key, arguments);
  }

  /** What came of an undo. */
  public static String undo(Undo undo) {
    return switch (undo) {
      case Undo.Done done -> text("undone." + done.kind(), done.cards());
      case Undo.Refused(Undo.Reason reason) -> text("undo-refused." + reason);
    };
  }
}
