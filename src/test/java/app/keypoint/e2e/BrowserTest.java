package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.support.TestDatabase;
import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole program with its demo data through a browser. One server and one browser
 * serve all of them, so a test must not rely on what another has left of an account's data. It
 * fails on any error that the browser reports, and leaves a picture of its end in target/e2e/ when
 * it fails.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {TestDatabase.class, SharedDemo.class})
@ExtendWith(Chromium.class)
@Tag("e2e")
abstract class BrowserTest {

  private final List<Visitor> visitors = new ArrayList<>();
  private Browser browser;

  @LocalServerPort private int port;

  @RegisterExtension private final AfterTestExecutionCallback leaving = this::leave;

  @BeforeEach
  void useBrowser(Browser browser) {
    this.browser = browser;
  }

  /** A new person in front of a browser without cookies. */
  Visitor visitor() {
    return visitor(Look.USUAL);
  }

  Visitor visitor(Look look) {
    Visitor visitor = new Visitor(browser, look, "http://localhost:" + port);
    visitors.add(visitor);
    return visitor;
  }

  private void leave(ExtensionContext test) {
    boolean failed = test.getExecutionException().isPresent();
    for (int i = 0; failed && i < visitors.size(); i++) {
      String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
      visitors
          .get(i)
          .screenshot(
              Path.of("target", "e2e", name.replaceAll("[^\\w.-]+", "_") + "-" + i + ".png"));
    }
    visitors.forEach(Visitor::close);
    assertThat(visitors)
        .as("errors that the browser reported")
        .flatExtracting(Visitor::problems)
        .isEmpty();
  }
}
