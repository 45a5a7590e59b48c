package app.keypoint.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.List;

/** Links between the pages on which people set things for themselves. */
public class SettingsNav extends Nav {

  private static final List<String> PAGES =
      List.of(
          "settings",
          "settings/security",
          "settings/reviews",
          "settings/reminders",
          "settings/history",
          "settings/privacy");

  /**
   * @param current the route of the page that shows this
   */
  public SettingsNav(String current) {
    addClassName("settings-nav");
    setAriaLabel(getTranslation("ui.settings"));
    for (String page : PAGES) {
      Anchor link =
          new Anchor(page, getTranslation("ui.settings." + page.substring(page.indexOf('/') + 1)));
      link.setRouterIgnore(false);
      if (page.equals(current)) {
        link.getElement().setAttribute("aria-current", "page");
      }
      add(link);
    }
  }
}
