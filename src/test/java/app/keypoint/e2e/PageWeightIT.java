package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    wire.carriedAtMost(42, 560);

    learner.signInAs("learner");
    wire.carriedAtMost(10, 64); // 33 of them for the serif of headings, if it did not come before
    assertThat(wire.fetched(CHART_LIBRARY)).isFalse();

    wire.forget();
    learner.open("");
    wire.carriedAtMost(6, 20);
  }

  @Test
  void theChartLibraryComesWithTheFirstChart() {
    Visitor learner = visitor().signInAs("learner");
    Wire wire = new Wire(learner);

    learner.open("progress");
    learner.page().locator("kp-retention svg").waitFor();

    assertThat(wire.fetched(CHART_LIBRARY)).isTrue();
    wire.carriedAtMost(12, 420);
  }

  /** What went over the wire since it was last asked, headers included; caches count nothing. */
  private static final class Wire {

    private final Visitor visitor;
    private final CDPSession browser;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, Double> bytes = new LinkedHashMap<>();

    Wire(Visitor visitor) {
      this.visitor = visitor;
      browser = visitor.page().context().newCDPSession(visitor.page());
      browser.on("Network.responseReceived", this::began);
      browser.on("Network.loadingFinished", this::ended);
      browser.send("Network.enable");
    }

    private void began(JsonObject event) {
      addresses.put(
          event.get("requestId").getAsString(),
          event.getAsJsonObject("response").get("url").getAsString());
    }

    private void ended(JsonObject event) {
      double size = event.get("encodedDataLength").getAsDouble();
      String address = addresses.get(event.get("requestId").getAsString());
      if (size > 0 && address != null) {
        bytes.merge(address, size, Double::sum);
      }
    }

    boolean fetched(Predicate<String> address) {
      return addresses.values().stream().anyMatch(address);
    }

    void carriedAtMost(int requests, int kibibytes) {
      visitor.settle();
      double sum = bytes.values().stream().mapToDouble(size -> size).sum() / 1024;
      assertThat(bytes).as("requests").hasSizeLessThanOrEqualTo(requests);
      assertThat(sum).as("KiB of %s", bytes).isLessThanOrEqualTo(kibibytes);
      forget();
    }

    void forget() {
      bytes.clear();
    }
  }
}
