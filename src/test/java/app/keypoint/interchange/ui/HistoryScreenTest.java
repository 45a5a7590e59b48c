package app.keypoint.interchange.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.access.HeavyWork;
import app.keypoint.audit.AuditTrail;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner brings a file, sees what it holds, and decides. */
@ServiceTest
class HistoryScreenTest extends ScreenTest {

  private static final String HEADER = "card_id,review_time,review_rating\n";

  @Autowired ReviewHistory history;
  @Autowired Catalogue catalogue;
  @Autowired CurrentAccount current;
  @Autowired AuditTrail audit;
  @Autowired Clock clock;

  Account learner;
  String question;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    question = catalogue.quizzes().getFirst().questions().getFirst().question().id();
    return learner;
  }

  @Override
  protected void begin() {
    UI.getCurrent().navigate("settings/history");
  }

  @Test
  void fromAFileToTheHistory() {
    upload(
        HEADER
            + question
            + ",1772366400000,3\nx,1772366400000,4\nx,1672406400000,4\nx,1772366400000,0\n");
    assertThat(page())
        .contains("4rows")
        .contains("2cards")
        .contains("1is a question here")
        .contains("Dec 30, 2022 to Mar 1, 2026")
        .contains("One card matches no question here")
        .contains("One row has rating 0");
    assertThat(answers()).isEmpty();
    click("Import 3 answers");
    awaitPage("Imported 3 answers.");
    assertThat(answers()).hasSize(3);
    upload(HEADER + question + ",1772366400000,3\n");
    assertThat(page()).contains("You have all of these answers here already.");
    click("Close");
    assertThat(find(Upload.class).single().isVisible()).isTrue();
  }

  @Test
  void mistakesAreShownAndSkippedOnlyOnDemand() {
    upload(HEADER + question + ",1772366400000,3\nq2,1772366400,3\n" + "q3,x,y\n".repeat(60));
    assertThat(page()).contains("61 rows have mistakes").contains("and 71 more");
    assertThat(rows()).hasSize(50);
    assertThat(rows().getFirst())
        .contains("3")
        .contains("review_time")
        .contains("1772366400")
        .contains("multiply by 1000");
    click("Skip 61 rows and import one answer");
    awaitPage("Imported one answer.");
    assertThat(answers()).hasSize(1);
  }

  @Test
  void cancelLeavesEverythingAsItWas() {
    upload(HEADER + question + ",1772366400000,3\n");
    click("Cancel");
    assertThat(page()).doesNotContain("What is in the file");
    assertThat(answers()).isEmpty();
  }

  @Test
  void whatIsNoReviewLogIsExplained() {
    upload("front,back\na,b\n");
    assertThat(page())
        .contains("Missing: card_id, review_time, review_rating")
        .contains("Found: front, back");
    assertThat(find(Upload.class).single().isVisible()).isTrue();
  }

  @Test
  void theHistoryCanBeTakenAlong() {
    history.add(
        learner,
        List.of(
            new PastAnswer(
                "=q1",
                Instant.parse("2026-03-01T12:00:00Z"),
                learner.calendar().dayOf(Instant.parse("2026-03-01T12:00:00Z")),
                3,
                PastAnswer.Phase.NEW,
                Duration.ofSeconds(2))));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    test(find(Anchor.class).withText("Download review log").single()).download(file);
    assertThat(file.toString(UTF_8))
        .isEqualTo(
            """
            "card_id","review_time","review_rating","review_state","review_duration","review_confidence"\r
            "'=q1","1772366400000","3","0","2000",""\r
            """);
  }

  @Test
  void whenTooManyAreAtItNothingIsReadAndNothingSent() {
    UI.getCurrent().navigate("settings");
    UI.getCurrent()
        .add(
            new HistoryView(
                history, current, audit, new HeavyWork(0, Duration.ZERO), clock, Runnable::run));
    upload(HEADER + question + ",1772366400000,3\n");
    assertThat(UI.getCurrent().getElement().getTextRecursively())
        .contains("try again in a minute")
        .doesNotContain("What is in the file");
    Anchor download = find(Anchor.class).withText("Download review log").single();
    assertThat(download.isDownload()).as("or the browser would not show the refusal").isFalse();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    test(download).download(file);
    assertThat(file.toString(UTF_8)).contains("try again in a minute").doesNotContain("card_id");
  }

  @Test
  void aSecondImportOfTheSameLearnerDoesNotWaitInLine() throws Exception {
    HeavyWork heavy = new HeavyWork(2, Duration.ZERO);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(
            () ->
                heavy.inTurn(
                    learner.id(),
                    () -> {
                      begun.countDown();
                      return await(leave);
                    }));
    assertThat(await(begun)).isTrue();
    UI.getCurrent().navigate("settings");
    UI.getCurrent().add(new HistoryView(history, current, audit, heavy, clock, Runnable::run));
    upload(HEADER + question + ",1772366400000,3\n");
    click("Import one answer");
    VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
    assertThat(UI.getCurrent().getElement().getTextRecursively())
        .contains("Another import of yours is still under way.");
    assertThat(answers()).isEmpty();
    leave.countDown();
    assertThat(first.get(5, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void upload(String content) {
    test(find(Upload.class).single()).upload("log.csv", "text/csv", content.getBytes(UTF_8));
    roundTrip();
  }

  private void awaitPage(String text) {
    Awaitility.await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
              assertThat(page()).contains(text);
            });
  }

  private void click(String caption) {
    test(find(Button.class).withText(caption).single()).click();
  }

  private List<String> rows() {
    return find(NativeTableRow.class).all().stream()
        .skip(1)
        .map(row -> row.getElement().getTextRecursively())
        .toList();
  }

  private List<PastAnswer> answers() {
    return history.answers(learner.id());
  }
}
