package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a page weighs on the wire, so that nobody waits for what they do not see. */
class PageWeightIT extends BrowserTest {

  private static final Predicate<String> CHART_LIBRARY = url -> url.contains("echarts");

  @Test
  void signingInAndTodayAreLight() {
    Visitor learner = visitor();
    Wire wire = new Wire(learner);

    learner.open("sign-in");
    wire.carriedAtMost(26, 420);

    learner.signInAs("learner");
    wire.carriedAtMost(10, 58); // 33 of them for the serif of the greeting
    assertThat(wire.fetched(CHART_LIBRARY)).isFalse();

    wire.forget();
    learner.open("");
    wire.carriedAtMost(5, 12);
  }

  @Test
  void theChartLibraryComesWithTheFirstChart() {
    Visitor learner = visitor().enterAs("learner").open("");
    Wire wire = new Wire(learner);

    learner.open("progress");
    learner.page().locator("kp-retention svg").waitFor();

    assertThat(wire.fetched(CHART_LIBRARY)).isTrue();
    wire.carriedAtMost(11, 290); // 33 of them for the serif, if it did not come before
  }

  /**
   * The demo's twelve weeks, and its cohort of twenty-five; uncompressed, as the session holds it.
   */
  @Test
  void whatTheServerSaysOfAPageIsShort() {
    Visitor learner = visitor().enterAs("learner").open("");
    Visitor instructor = visitor().enterAs("instructor").open("cohorts");
    String cohort = instructor.page().locator("a[href^='cohorts/']").first().getAttribute("href");
    assertThat(saying(learner, "")).as("KiB of Today").isLessThanOrEqualTo(20);
    assertThat(saying(learner, "cards")).as("KiB of Cards").isLessThanOrEqualTo(60);
    assertThat(saying(learner, "progress")).as("KiB of Progress").isLessThanOrEqualTo(42);
    assertThat(saying(instructor, cohort)).as("KiB of a cohort").isLessThanOrEqualTo(150);
  }

  /** KiB of what the server answers until the page is there. */
  private static double saying(Visitor visitor, String route) {
    List<Response> answers = new CopyOnWriteArrayList<>();
    Consumer<Response> hears = answers::add;
    visitor.page().onResponse(hears);
    visitor.open(route);
    visitor.settle();
    visitor.page().offResponse(hears);
    double said =
        answers.stream()
                .filter(answer -> answer.url().matches(".*v-r=(init|uidl).*"))
                .mapToInt(PageWeightIT::size)
                .sum()
            / 1024.0;
    System.out.printf("%s: %.1f KiB%n", route, said);
    return said;
  }

  /** What a page hears that is being left is gone with it. */
  private static int size(Response answer) {
    try {
      return answer.body().length;
    } catch (PlaywrightException gone) {
      return 0;
    }
  }

  @Test
  void filesAreKeptForGoodAndAreThoseOfThisBuild() {
    Visitor learner = visitor().enterAs("learner");
    List<Response> files = new CopyOnWriteArrayList<>();
    learner.page().onResponse(files::add);
    learner.open("progress");
    learner.page().locator("kp-retention svg").waitFor();
    learner.settle();
    assertThat(files)
        .filteredOn(file -> file.url().contains("/assets/"))
        .extracting(file -> file.url().replaceAll(".*/assets/v-[0-9a-z]+/", ""))
        .contains("keypoint.css", "fonts/sans.woff2", "days.js", "figure.js", "charts.js")
        .noneMatch(rest -> rest.contains("assets/"));
    assertThat(files)
        .filteredOn(file -> file.url().matches(".*/(assets|VAADIN/build|_static)/.*"))
        .allSatisfy(
            file ->
                assertThat(file.headerValue("cache-control"))
                    .as(file.url())
                    .contains("max-age=31536000", "immutable"));
  }

  @Test
  void whatIsTheSameForEverybodyIsCompressedOnce() {
    Visitor learner = visitor();
    learner.open("sign-in");
    for (String file : List.of("assets/keypoint.css", "assets/keys.js")) {
      APIResponse answer =
          learner
              .page()
              .request()
              .get(
                  learner.page().url().replaceAll("sign-in.*", file),
                  RequestOptions.create().setHeader("Accept-Encoding", "gzip"));
      assertThat(answer.headers()).as(file).containsEntry("content-encoding", "gzip");
      assertThat(answer.headers()).as(file).containsKey("content-length");
    }
  }

  /** What went over the wire since it was last asked, headers included; caches count nothing. */
  private static final class Wire {

    private final Visitor visitor;
    private final CDPSession browser;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Set<String> fonts = ConcurrentHashMap.newKeySet();
    private final Map<String, Double> bytes = new LinkedHashMap<>();

    Wire(Visitor visitor) {
      this.visitor = visitor;
      browser = visitor.page().context().newCDPSession(visitor.page());
      browser.on("Network.responseReceived", this::began);
      browser.on("Network.loadingFinished", this::ended);
      browser.on("Network.loadingFailed", event -> fonts.remove(id(event)));
      browser.send("Network.enable");
    }

    private void began(JsonObject event) {
      addresses.put(id(event), event.getAsJsonObject("response").get("url").getAsString());
      if (event.get("type").getAsString().equals("Font")) {
        fonts.add(id(event));
      }
    }

    private void ended(JsonObject event) {
      double size = event.get("encodedDataLength").getAsDouble();
      String address = addresses.get(id(event));
      fonts.remove(id(event));
      if (size > 0 && address != null) {
        bytes.merge(address, size, Double::sum);
      }
    }

    private static String id(JsonObject event) {
      return event.get("requestId").getAsString();
    }

    boolean fetched(Predicate<String> address) {
      return addresses.values().stream().anyMatch(address);
    }

    void carriedAtMost(int requests, int kibibytes) {
      visitor.settle();
      awaitFonts();
      double sum = bytes.values().stream().mapToDouble(size -> size).sum() / 1024;
      System.out.printf("%d requests, %.0f KiB%n", bytes.size(), sum);
      assertThat(bytes).as("requests").hasSizeLessThanOrEqualTo(requests);
      assertThat(sum).as("KiB of %s", bytes).isLessThanOrEqualTo(kibibytes);
      forget();
    }

    /** A face is asked for when its first letter is laid out, on a busy machine after all else. */
    private void awaitFonts() {
      visitor.heading();
      visitor.page().evaluate("document.fonts.ready.then(() => true)");
      visitor.page().waitForCondition(fonts::isEmpty);
    }

    void forget() {
      bytes.clear();
    }
  }
}
