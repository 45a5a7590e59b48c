package app.keypoint.shell;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.ui.StaticMarkup;
import app.keypoint.ui.preference.LanguageSwitch;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * The head with the navigation and the user's menu, around every view that does not want the whole
 * screen. On a phone the navigation lies at the bottom, where a thumb reaches it.
 */
@Layout
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

  private final Main main = new Main();
  private final Navigation navigation = new Navigation();
  private final Span dayEnds = new Span();
  private boolean shownBefore;

  public MainLayout(
      AuthenticationContext authentication, CurrentAccount current, AccountSettings settings) {
    main.setId("main");
    main.addClassName("page");
    main.getElement().setAttribute("tabindex", "-1");
    Anchor skip = new Anchor("#main", getTranslation("shell.skip"));
    skip.addClassName("skip");
    skip.setRouterIgnore(true);
    Anchor home = new Anchor("", getTranslation("shell.name"));
    home.addClassName("wordmark");
    Header head = new Header(StaticMarkup.of(home));
    head.addClassName("topbar");
    head.add(
        authentication.isAuthenticated()
            ? forUser(current.get(), settings, authentication::logout)
            : end(new LanguageSwitch()));
    add(StaticMarkup.of(skip), head, main);
  }

  private Div forUser(Account account, AccountSettings settings, Runnable onSignOut) {
    LocalTime end = LocalTime.of(account.calendar().rolloverHour(), 0);
    DateTimeFormatter format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
    dayEnds.setText(getTranslation("shell.day-ends", format.withLocale(getLocale()).format(end)));
    dayEnds.addClassNames("muted", "small", "day-ends");
    Div user = new Div(navigation, end(dayEnds, new UserMenu(account, settings, onSignOut)));
    user.addClassName("user");
    return user;
  }

  private static Div end(Component... components) {
    Div end = new Div(components);
    end.addClassName("end");
    return end;
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    main.removeAll();
    main.getElement().appendChild(content.getElement());
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    String path = event.getLocation().getPath();
    navigation.mark(path);
    dayEnds.setVisible(path.isEmpty());
    if (shownBefore) {
      // The link that was followed keeps the focus otherwise, and Enter would follow it again.
      main.getElement()
          .executeJs(
              "const active = document.activeElement;"
                  + "if (!this.contains(active)) this.focus({preventScroll: true});"
                  + "scrollTo(0, 0)");
    }
    shownBefore = true;
  }
}
