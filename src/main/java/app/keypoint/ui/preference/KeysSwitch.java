package app.keypoint.ui.preference;

import app.keypoint.ui.Switch;
import app.keypoint.ui.preference.Preferences.Keys;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;

/**
 * Turns single keys on or off, for this browser. People who speak to their computer need them off,
 * or words would click buttons.
 */
public class KeysSwitch extends Switch<Keys> {

  public KeysSwitch() {
    super(
        UI.getCurrent().getTranslation("ui.keys"),
        List.of(Keys.values()),
        keys -> UI.getCurrent().getTranslation("ui.keys." + keys),
        Preferences.keys(VaadinRequest.getCurrent()),
        keys -> {
          Preferences.remember(keys);
          UI.getCurrent()
              .getPage()
              .executeJs("document.documentElement.dataset.keys = $0", keys.name());
        });
  }
}
