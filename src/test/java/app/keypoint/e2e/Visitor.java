package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person with a browser of their own, who notices every error that it reports. */
final class Visitor implements AutoCloseable {

  private static final List<String> WCAG_2_2_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** True once the page has been built and the server's last answer applied. */
  private static final String SETTLED =
      """
      () => {
        const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
        return document.readyState === 'complete' && clients.length > 0
            && clients.every(client => !client.isActive || !client.isActive());
      }
      """;

  private static final String LINK =
      """
      address => {
        const link = Object.assign(document.createElement('a'), {href: address});
        link.setAttribute('router-link', '');
        document.body.append(link);
        link.click();
        link.remove();
      }
      """;

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  private static final Pattern ATTEMPT = Pattern.compile("/attempt/(\\d+)$");

  private final String address;
  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();

  Visitor(Browser browser, Look look, String address) {
    this.address = address;
    context = browser.newContext(look.options());
    page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add("Console: " + message.text());
          }
        });
    page.onPageError(error -> problems.add("Script: " + error));
    page.onResponse(this::check);
    page.onRequestFailed(this::check);
  }

  Page page() {
    return page;
  }

  /** Opens a route such as {@code quizzes}. */
  Visitor open(String route) {
    page.navigate(address + "/" + route);
    return settle();
  }

  /**
   * Goes to another route as by a link of the page that is open, which is quicker than a page anew.
   * Where that leads on to another address, there.
   */
  Visitor follow(String route) {
    String before = page.url();
    page.waitForResponse(
        answer -> answer.url().contains("v-r=uidl"),
        () -> page.evaluate(LINK, address + "/" + route));
    page.waitForCondition(() -> !page.url().equals(before));
    return settle();
  }

  /** Waits until the page shows what the server last said. */
  Visitor settle() {
    page.waitForFunction(SETTLED);
    return this;
  }

  /** Signs in with the one click that the demo offers. */
  Visitor signInAs(String username) {
    open("sign-in");
    Locator own = page.locator("input[name=username][value='" + username + "']");
    page.locator("form").filter(new Locator.FilterOptions().setHas(own)).locator("button").click();
    return entered();
  }

  /** Signs in as everybody does. */
  Visitor signInAs(String username, String password) {
    open("sign-in");
    page.locator("vaadin-text-field input").fill(username);
    page.locator("vaadin-password-field input").fill(password);
    page.keyboard().press("Enter");
    return entered();
  }

  /** Is one of the demo's people, as {@link #enterAs(String, String)}. */
  Visitor enterAs(String username) {
    return enterAs(username, "keypoint-demo");
  }

  /**
   * Is signed in before any page is open: looks at the sign-in page and at Today take half of the
   * time of a test that is about something else.
   */
  Visitor enterAs(String username, String password) {
    APIRequestContext browser = context.request();
    Matcher token = CSRF.matcher(browser.get(address + "/sign-in").text());
    assertThat(token.find()).isTrue();
    FormData form =
        FormData.create()
            .set("username", username)
            .set("password", password)
            .set("_csrf", token.group(1));
    RequestOptions request = RequestOptions.create().setForm(form).setMaxRedirects(0);
    assertThat(browser.post(address + "/sign-in", request).headers().get("location"))
        .doesNotContain("sign-in");
    return this;
  }

  private Visitor entered() {
    page.waitForURL(url -> !url.contains("sign-in"));
    return settle();
  }

  /** The link or button that says this. */
  Locator control(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
  }

  /** Presses keys one after the other, each when the page is ready for it. */
  Visitor press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
      settle();
    }
    return this;
  }

  /** Waits until this route is on the screen. */
  void arrivesAt(String route) {
    page.waitForURL(address + "/" + route);
    settle();
  }

  /** Waits until an attempt at a quiz is on the screen, and returns its id. */
  long attempt() {
    page.waitForURL(ATTEMPT);
    settle();
    Matcher id = ATTEMPT.matcher(page.url());
    assertThat(id.find()).isTrue();
    return Long.parseLong(id.group(1));
  }

  /** Waits until the nth of so many questions is on the screen. */
  void progressIs(int nth, int of) {
    page.locator("[role=progressbar][aria-valuenow='%d'][aria-valuemax='%d']".formatted(nth, of))
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    settle();
  }

  String heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText();
  }

  /** Nothing on this page breaks WCAG 2.2 A or AA as far as a scanner can tell. */
  void findsThePageAccessible() {
    assertThat(new AxeBuilder(page).setLegacyMode(true).options(wcag()).analyze().getViolations())
        .as("accessibility of %s", page.url())
        .extracting(
            rule ->
                rule.getId()
                    + ": "
                    + rule.getHelp()
                    + " "
                    + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList())
        .isEmpty();
  }

  /** Pages have no frames, so nothing is to be gathered, and only what is wrong is looked at. */
  private static AxeRunOptions wcag() {
    AxeRunOnlyOptions only = new AxeRunOnlyOptions();
    only.setType("tag");
    only.setValues(WCAG_2_2_AA);
    AxeRunOptions options = new AxeRunOptions();
    options.setRunOnly(only);
    options.setResultTypes(List.of("violations"));
    return options;
  }

  /** The page does not scroll sideways. */
  void findsThePageFitting() {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("pixels beyond the right edge of %s", page.url())
        .isEqualTo(0);
  }

  /** What the browser reported and the test did not expect. */
  List<String> problems() {
    return problems;
  }

  void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }

  private void check(Response response) {
    if (response.status() >= 400) {
      problems.add(response.status() + " " + response.url());
    }
  }

  private void check(Request request) {
    // A page that is left takes its open requests along.
    if (!request.failure().contains("ERR_ABORTED")) {
      problems.add(request.failure() + " " + request.url());
    }
  }
}
