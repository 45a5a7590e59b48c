package app.keypoint.review.ui;

import app.keypoint.review.DueCard.Preview;
import app.keypoint.review.Grade;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The four grades, keys 1 to 4, each with the interval that it would give. */
class GradeButtons extends Div {

  /** In the order of their keys. */
  private static final List<Grade> ALL = List.of(Grade.FORGOT, Grade.HARD, Grade.GOOD, Grade.EASY);

  private final NativeButton good;

  /**
   * @param forgotToo whether Forgot is offered; rightly picked options cannot be forgotten
   */
  GradeButtons(Map<Grade, Preview> previews, boolean forgotToo, Consumer<Grade> onGrade) {
    addClassName("grades");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", getTranslation("review.how-well"));
    good = button(Grade.GOOD, previews, onGrade);
    good.addClassName("sel");
    for (Grade grade : ALL) {
      if (grade == Grade.GOOD) {
        add(good);
      } else if (grade != Grade.FORGOT || forgotToo) {
        add(button(grade, previews, onGrade));
      }
    }
  }

  /** Puts the focus on Good, so that Enter takes it. */
  void focus() {
    good.focus();
  }

  private NativeButton button(Grade grade, Map<Grade, Preview> previews, Consumer<Grade> onGrade) {
    String key = String.valueOf(ALL.indexOf(grade) + 1);
    Span name = new Span(getTranslation("review.grade." + grade));
    Span kbd = new Span(key);
    kbd.addClassName("kbd");
    kbd.getElement().setAttribute("aria-hidden", "true");
    Span interval = new Span(interval(previews.getOrDefault(grade, new Preview(0, true))));
    interval.addClassNames("small", "num");
    NativeButton button = new NativeButton();
    button.addClassName("g");
    button.add(name, kbd, interval);
    button.getElement().setAttribute("data-key", key);
    button.addClickListener(click -> onGrade.accept(grade));
    return button;
  }

  private String interval(Preview preview) {
    return preview.intervalDays() == 0
        ? getTranslation("review.again-today")
        : getTranslation("review.days", preview.intervalDays());
  }
}
