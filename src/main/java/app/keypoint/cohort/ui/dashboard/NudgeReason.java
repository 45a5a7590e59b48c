package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Nudge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** One reason with its level; its numbers may change while somebody reads it. */
class NudgeReason extends Div {

  private final Component in;
  private final String name;
  private final Div level = new Div();
  private final Span words = new Span();
  private final NativeButton dismiss;
  private Nudge nudge;

  /**
   * @param in whose language is spoken
   * @param dismissing asks about the reason as it is then
   */
  NudgeReason(Component in, String name, Nudge nudge, Consumer<Nudge> dismissing) {
    this.in = in;
    this.name = name;
    this.nudge = nudge;
    dismiss =
        new NativeButton(
            in.getTranslation("cohort.nudges.dismiss"), _ -> dismissing.accept(nudge()));
    dismiss.addClassName("link");
    addClassName("reason");
    level.addClassName("level");
    level.add(NudgeText.level(in, nudge.level()));
    add(level, words, dismiss);
    show(nudge);
  }

  private Nudge nudge() {
    return nudge;
  }

  /** The same reason with other numbers, or more pressing. */
  final void show(Nudge now) {
    if (now.level() != nudge.level()) {
      level.removeAll();
      level.add(NudgeText.level(in, now.level()));
    }
    nudge = now;
    String said = NudgeText.reason(in, now);
    if (!said.equals(words.getText())) {
      words.setText(said);
      dismiss.setAriaLabel(in.getTranslation("cohort.nudges.dismiss-one", name, said));
    }
  }

  /** Puts the focus on what can be done about it. */
  void focusOnDismissing() {
    dismiss.focus();
  }
}
