package app.keypoint.content.ui;

import app.keypoint.content.grading.Confidence;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has an answer checked: one button, or three that say how sure the learner is as well. */
final class CheckRow extends Div {

  private final List<NativeButton> buttons = new ArrayList<>();

  /** Told that the answer is to be checked. */
  @FunctionalInterface
  interface OnCheck {

    /**
     * @param confidence null when it was not asked for
     */
    void check(@Nullable Confidence confidence);
  }

  /**
   * @param rated whether there are three buttons
   */
  CheckRow(boolean rated, OnCheck onCheck) {
    if (rated) {
      addClassName("how-sure");
      getElement().setAttribute("role", "group");
      getElement().setAttribute("aria-label", getTranslation("content.how-sure"));
      for (Confidence confidence : Confidence.values()) {
        buttons.add(button(confidence, onCheck));
      }
    } else {
      addClassName("check");
      buttons.add(Keys.primary(getTranslation("content.check"), () -> onCheck.check(null)));
    }
    buttons.forEach(this::add);
  }

  /** Lets the answer be checked, or not as long as there is none. */
  void setReady(boolean ready) {
    buttons.forEach(button -> button.setEnabled(ready));
  }

  private NativeButton button(Confidence confidence, OnCheck onCheck) {
    String key = key(confidence);
    NativeButton button = new NativeButton();
    button.add(new Span(getTranslation("content.confidence." + confidence)), Keys.hint(key));
    button.addClassName("g");
    button.getElement().setAttribute("data-key", key);
    if (confidence == Confidence.THINK_SO) {
      button.getElement().setAttribute("data-enter", "");
    }
    button.addClickListener(click -> onCheck.check(confidence));
    return button;
  }

  /** Side by side on most keyboards, and neither options nor grades nor what is done to cards. */
  private static String key(Confidence confidence) {
    return switch (confidence) {
      case SURE -> ",";
      case THINK_SO -> ".";
      case GUESS -> "/";
    };
  }
}
