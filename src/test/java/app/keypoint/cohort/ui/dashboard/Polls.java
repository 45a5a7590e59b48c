package app.keypoint.cohort.ui.dashboard;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a page does that stays open. */
public final class Polls {

  private static final Duration FRESH = Duration.ofMillis(600);

  private Polls() {}

  /** Asks for changes when what was seen a moment ago is not fresh any more. */
  public static void later() {
    try {
      TimeUnit.MILLISECONDS.sleep(FRESH.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
  }
}
