package app.keypoint.identity.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;

/** Says how long somebody has to wait after too many attempts. */
public final class WaitTexts {

  private WaitTexts() {}

  /** In the language of a component. */
  public static String of(Component asker, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return seconds < 90
        ? asker.getTranslation("identity.problem.waitSeconds", seconds)
        : asker.getTranslation("identity.problem.waitMinutes", (seconds + 59) / 60);
  }
}
