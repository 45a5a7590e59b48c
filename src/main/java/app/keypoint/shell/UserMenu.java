package app.keypoint.shell;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.ui.StaticMarkup;
import app.keypoint.ui.preference.KeysSwitch;
import app.keypoint.ui.preference.LanguageSwitch;
import app.keypoint.ui.preference.ThemeSwitch;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The user's initials, and behind them settings, theme, language and the way out. What is behind
 * them is made when somebody looks for the first time: every open page would hold it otherwise.
 */
class UserMenu extends Div {

  private static final String ID = "user-menu";

  private final Account account;
  private final AccountSettings keeper;
  private final Runnable onSignOut;
  private final NativeButton open = new NativeButton();
  private final Div menu = new Div();

  UserMenu(Account account, AccountSettings keeper, Runnable onSignOut) {
    this.account = account;
    this.keeper = keeper;
    this.onSignOut = onSignOut;
    Span initials = new Span(initials(account.displayName()));
    initials.getElement().setAttribute("aria-hidden", "true");
    open.add(initials);
    open.addClassName("avatar");
    open.setAriaLabel(getTranslation("shell.menu", account.displayName()));
    open.addClickListener(this::openFirst);
    menu.setId(ID);
    menu.addClassName("user-menu");
    menu.getElement().setAttribute("popover", "auto");
    add(StaticMarkup.of(open), menu);
  }

  /** From then on the browser opens and closes it by itself. */
  private void openFirst(ClickEvent<NativeButton> click) {
    click.unregisterListener();
    fill();
    open.getElement().setAttribute("popovertarget", ID);
    menu.getElement().executeJs("this.showPopover({source: $0})", open);
  }

  private void fill() {
    Span name = new Span(account.displayName());
    name.addClassName("name");
    Span username = new Span(account.username());
    username.addClassNames("muted", "small");
    Div who = new Div(name, username);
    who.addClassName("who");
    Anchor settings = new Anchor("settings", getTranslation("shell.settings"));
    Anchor join = new Anchor("join", getTranslation("shell.join"));
    NativeButton signOut =
        new NativeButton(getTranslation("shell.sign-out"), click -> onSignOut.run());
    menu.add(
        who,
        settings,
        join,
        new ThemeSwitch(),
        new LanguageSwitch(
            language ->
                keeper.change(account.id(), account.displayName(), account.calendar(), language)),
        new KeysSwitch(),
        signOut);
  }

  /** The first letters of the first and the last word, or the first letter alone. */
  static String initials(String displayName) {
    List<String> words = Arrays.stream(displayName.strip().split("\\s+")).toList();
    return (words.size() == 1
            ? words.stream()
            : List.of(words.getFirst(), words.getLast()).stream())
        .map(word -> word.isEmpty() ? "" : Character.toString(word.codePointAt(0)))
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }
}
