package app.keypoint.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A learner who comes from another program brings their past, and takes it along again. */
class HistoryJourneyIT extends BrowserTest {

  private static final String HEADER = "deck,card_id,review_time,review_rating\n";

  @Test
  void theirHistoryComesAndGoes() throws IOException {
    String card = "elsewhere-" + UUID.randomUUID();
    String rows =
        IntStream.range(0, 2000)
            .mapToObj(i -> "d,%s-%d,%d,3\n".formatted(card, i % 40, 1_700_000_000_000L + i))
            .collect(Collectors.joining());
    Visitor learner =
        visitor(new Look(ColorScheme.DARK, Look.PHONE, "en-US"))
            .enterAs("learner")
            .open("settings/history");
    learner.findsThePageAccessible();

    choose(learner, HEADER + rows + "d,%s,1772366400,3\n".formatted(card));
    learner.control(AriaRole.HEADING, "What is in the file").waitFor();
    learner.settle();
    assertThat(learner.page().getByText("multiply by 1000").isVisible()).isTrue();
    learner.findsThePageAccessible();
    learner.findsThePageFitting();

    Locator bring = learner.control(AriaRole.BUTTON, "Skip one row and import 2,000 answers");
    bring.focus();
    learner.press("Enter");
    learner.page().getByText("Imported 2,000 answers.").waitFor();
    learner.settle().findsThePageAccessible();

    Download download =
        learner
            .page()
            .waitForDownload(() -> learner.control(AriaRole.LINK, "Download review log").click());
    assertThat(download.suggestedFilename()).startsWith("keypoint-review-log-").endsWith(".csv");
    assertThat(Files.readAllLines(download.path()))
        .filteredOn(line -> line.startsWith("\"" + card))
        .hasSize(2000);

    choose(learner, HEADER + rows);
    learner.page().getByText("You have all of these answers here already.").waitFor();
  }

  private static void choose(Visitor learner, String content) {
    learner
        .page()
        .locator("vaadin-upload input[type=file]")
        .setInputFiles(new FilePayload("log.csv", "text/csv", content.getBytes(UTF_8)));
  }
}
