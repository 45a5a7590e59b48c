package app.keypoint.shell;

import app.keypoint.ui.StaticMarkup;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Links to the views that have a place in the menu and are open to this person. */
class Navigation extends Nav {

  /** Views without an entry of their own, by the first segment of their path. */
  private static final Map<String, String> PARENTS =
      Map.of("quiz", "quizzes", "attempt", "quizzes", "editions", "write");

  private final Map<String, RouterLink> links = new LinkedHashMap<>();

  Navigation() {
    setAriaLabel(getTranslation("shell.navigation"));
    MenuConfiguration.getMenuEntries().forEach(this::add);
  }

  private void add(MenuEntry entry) {
    String path = firstSegment(entry.path());
    Span icon = new Span();
    icon.addClassNames("icon", path.isEmpty() ? "today" : path);
    RouterLink link = new RouterLink();
    link.setRoute(entry.menuClass());
    link.add(icon, new Span(getTranslation(entry.title())));
    links.put(path, StaticMarkup.of(link));
    add(link);
  }

  /** Marks the entry that leads to this path, or near it. */
  void mark(String path) {
    String segment = firstSegment(path);
    String current = PARENTS.getOrDefault(segment, segment);
    links.forEach(
        (own, link) -> {
          if (own.equals(current)) {
            link.getElement().setAttribute("aria-current", "page");
          } else {
            link.getElement().removeAttribute("aria-current");
          }
        });
  }

  private static String firstSegment(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    int slash = relative.indexOf('/');
    return slash < 0 ? relative : relative.substring(0, slash);
  }
}
