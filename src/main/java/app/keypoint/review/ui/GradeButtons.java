package app.keypoint.review.ui;

import app.keypoint.review.DueCard.Preview;
import app.keypoint.scheduling.Grade;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The grades to choose from, each with its key and the interval that it would give. */
class GradeButtons extends Div {

  private final NativeButton good;

  /**
   * @param scale four grades with the keys 1 to 4, or all six with their own numbers
   * @param lapsesToo whether forgetting is offered; rightly picked options cannot be forgotten
   */
  GradeButtons(
      Map<Grade, Preview> previews, List<Grade> scale, boolean lapsesToo, Consumer<Grade> onGrade) {
    addClassName("grades");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", getTranslation("review.how-well"));
    good = button(Grade.GOOD, scale, previews, onGrade);
    good.addClassName("sel");
    for (Grade grade : scale) {
      if (grade == Grade.GOOD) {
        add(good);
      } else if (!grade.lapse() || lapsesToo) {
        add(button(grade, scale, previews, onGrade));
      }
    }
  }

  /** Puts the focus on Good, so that Enter takes it. */
  void focus() {
    good.focus();
  }

  private NativeButton button(
      Grade grade, List<Grade> scale, Map<Grade, Preview> previews, Consumer<Grade> onGrade) {
    String key = String.valueOf(scale.size() == Grade.values().length ? grade.q() : grade.rating());
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
    if (preview.intervalDays() == 0) {
      return getTranslation("review.again-today");
    }
    return getTranslation(
        preview.againToday() ? "review.today-then" : "review.days", preview.intervalDays());
  }
}
