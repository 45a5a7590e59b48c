package app.keypoint.ui.preference;

import app.keypoint.ui.Switch;
import app.keypoint.ui.preference.Preferences.Theme;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;

/** Chooses light, dark or what the system says, at once and for this browser. */
public class ThemeSwitch extends Switch<Theme> {

  public ThemeSwitch() {
    super(
        UI.getCurrent().getTranslation("ui.theme"),
        List.of(Theme.values()),
        theme -> UI.getCurrent().getTranslation("ui.theme." + theme),
        Preferences.theme(VaadinRequest.getCurrent()),
        theme -> {
          Preferences.remember(theme);
          UI.getCurrent()
              .getPage()
              .executeJs("document.documentElement.style.colorScheme = $0", theme.colorScheme());
        });
  }
}
