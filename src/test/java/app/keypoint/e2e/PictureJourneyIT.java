package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import app.keypoint.support.TestPictures;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** An image from an author's folder to a learner's screen. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@ExtendWith(Chromium.class)
@Tag("e2e")
class PictureJourneyIT {

  private static final String ALT = "Two fields, a red one on the left and a blue one on the right";

  @Autowired Fixtures fixtures;
  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @LocalServerPort int port;

  @Test
  void anAuthorBringsAnImageAndLearnersSeeItOnEveryScreen(Browser browser) {
    Account author = fixtures.instructor();
    String draft = fixtures.as(author, () -> drafts.create(author.id(), "Bees").id());
    String question =
        fixtures.as(author, () -> new WrittenQuiz(drafts, author.id(), draft).complete());
    try (Visitor writing = visitor(browser, Look.USUAL)) {
      writing.enterAs(author.username(), Fixtures.PASSWORD);
      writing.open("write/" + draft + "/" + question);
      writing
          .page()
          .locator("vaadin-upload input[type=file]")
          .setInputFiles(
              new FilePayload("fields.jpg", "image/jpeg", TestPictures.photograph(900, 1400, 6)));
      Locator alt = writing.page().getByLabel("What the image says");
      alt.fill(ALT);
      Locator shown = writing.page().locator(".preview .picture img");
      shown.waitFor();
      writing.settle();
      assertThat(shown.getAttribute("alt")).isEqualTo(ALT);
      assertLoaded(shown);
      writing.findsThePageAccessible();
      writing.open("try/" + draft + "/" + question);
      assertLoaded(writing.page().locator(".picture img"));
      assertThat(writing.problems()).isEmpty();
    }
    fixtures.as(
        author,
        () -> {
          publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
          sharing.openToEveryone(author.id(), draft, true);
        });
    for (Look look :
        List.of(
            Look.USUAL,
            new Look(ColorScheme.DARK, Look.DESK, "en-US"),
            new Look(ColorScheme.LIGHT, Look.PHONE, "en-US"),
            new Look(ColorScheme.DARK, Look.PHONE, "en-US"))) {
      takes(browser, look, draft);
    }
  }

  private void takes(Browser browser, Look look, String quiz) {
    Account learner = fixtures.learner();
    try (Visitor visitor = visitor(browser, look)) {
      visitor.enterAs(learner.username(), Fixtures.PASSWORD);
      visitor.open("quiz/" + quiz);
      visitor
          .page()
          .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start"))
          .first()
          .click();
      Locator image = visitor.page().locator(".picture img");
      image.waitFor();
      visitor.settle();
      assertThat(image.getAttribute("alt")).isEqualTo(ALT);
      assertLoaded(image);
      visitor.findsThePageFitting();
      visitor.findsThePageAccessible();
      Page large =
          visitor.page().context().waitForPage(() -> visitor.page().locator(".picture").click());
      assertThat(large.url()).contains("/picture/");
      large.close();
      visitor.press("a");
      visitor.page().locator(".explanation").waitFor();
      visitor.press("Enter");
      visitor.page().locator("details.answered summary").click();
      assertLoaded(visitor.page().locator("details.answered .picture img"));
      visitor.findsThePageFitting();
      assertThat(visitor.problems()).isEmpty();
    }
  }

  private static void assertLoaded(Locator image) {
    image.scrollIntoViewIfNeeded();
    assertThat(image.evaluate("image => image.decode().then(() => image.naturalWidth)"))
        .isNotEqualTo(0);
  }

  private Visitor visitor(Browser browser, Look look) {
    return new Visitor(browser, look, "http://localhost:" + port);
  }
}
