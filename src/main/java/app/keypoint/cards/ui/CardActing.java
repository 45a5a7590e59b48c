package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.Acted;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.ui.ReviewTexts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.Collection;

/** Acts on cards, says what was done, and takes it back. */
final class CardActing {

  private static final int SECONDS = 10;

  private final Reviewing reviewing;
  private final CurrentAccount current;
  private final Runnable onChange;

  /**
   * @param onChange called after each step and each undo
   */
  CardActing(Reviewing reviewing, CurrentAccount current, Runnable onChange) {
    this.reviewing = reviewing;
    this.current = current;
    this.onChange = onChange;
  }

  void act(Collection<Long> cardIds, StepKind action) {
    Acted acted = reviewing.act(current.get(), cardIds, action);
    if (acted.cards() == 0) {
      Notification.show(ReviewTexts.text("unchanged." + action));
    } else {
      tell(text("cards.acted." + action, acted.cards()), acted.step());
      onChange.run();
    }
  }

  /** The button that is always there, for the key Z. */
  NativeButton undoButton() {
    Span icon = new Span();
    icon.addClassNames("icon", "undo");
    NativeButton button = new NativeButton();
    button.add(icon, new Span(text("cards.undo")));
    button.addClassNames("btn", "undo-step");
    button.addClickListener(click -> tell(reviewing.undo(current.get())));
    button.getElement().setAttribute("data-key", "z");
    button.getElement().setAttribute("title", text("cards.undo-what"));
    return button;
  }

  private void tell(Undo undo) {
    Notification.show(ReviewTexts.undo(undo));
    onChange.run();
  }

  /** With a button that takes back this step and no other. */
  private void tell(String what, long step) {
    Notification done = new Notification();
    NativeButton undo =
        new NativeButton(
            text("cards.undo"),
            click -> {
              done.close();
              tell(reviewing.undo(current.get(), step));
            });
    undo.addClassName("link");
    Div words = new Div(new Span(what), undo);
    words.addClassName("toolbar");
    done.add(words);
    done.setDuration(SECONDS * 1_000);
    done.open();
  }
}
