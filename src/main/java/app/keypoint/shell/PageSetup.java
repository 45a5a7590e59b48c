package app.keypoint.shell;

import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.ui.Assets;
import app.keypoint.ui.preference.Preferences;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.shared.ui.Dependency;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends each page in the right language and colours, with its keys, and with calm errors. */
@Component
class PageSetup implements VaadinServiceInitListener {

  /** Of one session, in all its windows and tabs. */
  static final int MAX_PAGES = 50;

  private final AuthenticationContext authentication;
  private final CurrentAccount current;
  private final MessageSource messages;
  private final Assets assets;

  PageSetup(
      AuthenticationContext authentication,
      CurrentAccount current,
      MessageSource messages,
      Assets assets) {
    this.assets = assets;
    this.authentication = authentication;
    this.current = current;
    this.messages = messages;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::describe);
    event.addDependencyFilter(
        (dependencies, service) -> dependencies.stream().map(this::ofThisBuild).toList());
    event.getSource().addUIInitListener(this::begin);
    event
        .getSource()
        .addSessionInitListener(init -> init.getSession().setErrorHandler(new EventErrors()));
    event.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
  }

  private Dependency ofThisBuild(Dependency any) {
    return new Dependency(
        any.getType(), assets.versioned(any.getUrl()), any.getLoadMode(), any.getId());
  }

  /** Here rather than in a script, so that a page never shows in other colours first. */
  private void describe(IndexHtmlResponse response) {
    VaadinRequest request = response.getVaadinRequest();
    Element html = response.getDocument().getElementsByTag("html").getFirst();
    html.attr("lang", language(request).toLanguageTag());
    html.attr("style", "color-scheme:" + Preferences.theme(request).colorScheme());
    html.attr("data-keys", Preferences.keys(request).name());
    for (Element link :
        response.getDocument().head().select("link[href*=%s]".formatted(Assets.FOLDER))) {
      // Vaadin adds a hash of its own, which relative addresses in a stylesheet do not have.
      link.attr("href", assets.versioned(link.attr("href").replaceAll("\\?.*", "")));
    }
    if (!html.attr("lang").startsWith("zh")) { // which takes the fonts of the system
      response
          .getDocument()
          .head()
          .appendElement("link")
          .attr("rel", "preload")
          .attr("href", assets.folder() + "fonts/sans.woff2")
          .attr("as", "font")
          .attr("type", "font/woff2")
          .attr("crossorigin", "anonymous");
    }
  }

  private void begin(UIInitEvent event) {
    UI ui = event.getUI();
    closeThoseLeftOpen(ui.getSession());
    ui.setLocale(language(VaadinRequest.getCurrent()));
    ui.getPage().addJsModule("context://assets/keys.js");
    // The router sets a view's own title after it has told of the navigation.
    ui.addAfterNavigationListener(
        navigation -> ui.beforeClientResponse(ui, response -> complete(ui)));
  }

  /** Each page takes memory until its browser says that it has gone, which it need not. */
  private static void closeThoseLeftOpen(VaadinSession session) {
    session.getUIs().stream()
        .filter(page -> !page.isClosing())
        .sorted(Comparator.comparingLong(PageSetup::lastHeardOf).reversed())
        .skip(MAX_PAGES)
        .forEach(UI::close);
  }

  private static long lastHeardOf(UI page) {
    return page.getInternals().getLastHeartbeatTimestamp();
  }

  private static void complete(UI ui) {
    String title = ui.getInternals().getTitle();
    if (title != null && !title.isBlank()) {
      ui.getPage().setTitle(ui.getTranslation("shell.page-title", title));
    }
  }

  /** The account's own language, or else this browser's. */
  private Locale language(VaadinRequest request) {
    return Optional.of(authentication)
        .filter(AuthenticationContext::isAuthenticated)
        .map(context -> current.get())
        .map(Account::locale)
        .filter(Preferences.LANGUAGES::contains)
        .orElseGet(() -> Preferences.language(request));
  }

  private SystemMessages systemMessages(Locale locale) {
    CustomizedSystemMessages texts = new CustomizedSystemMessages();
    texts.setSessionExpiredNotificationEnabled(true);
    texts.setSessionExpiredCaption(messages.getMessage("shell.expired.title", null, locale));
    texts.setSessionExpiredMessage(messages.getMessage("shell.expired.text", null, locale));
    texts.setInternalErrorCaption(messages.getMessage("shell.internal.title", null, locale));
    texts.setInternalErrorMessage(messages.getMessage("shell.reload.text", null, locale));
    texts.setSyncErrorCaption(messages.getMessage("shell.internal.title", null, locale));
    texts.setSyncErrorMessage(messages.getMessage("shell.reload.text", null, locale));
    texts.setCookiesDisabledNotificationEnabled(true);
    texts.setCookiesDisabledCaption(messages.getMessage("shell.cookies.title", null, locale));
    texts.setCookiesDisabledMessage(messages.getMessage("shell.cookies.text", null, locale));
    return texts;
  }
}
