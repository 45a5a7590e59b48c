package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * An instructor leaves an open dashboard for another tab. That it moves while it is looked at is
 * part of {@link InstructorJourneyIT}.
 */
class LiveDashboardIT extends BrowserTest {

  @Test
  void aPageThatNobodySeesAsksNothing() {
    Visitor instructor = visitor().enterAs("instructor");
    new InstructorAtWork(instructor).openCohort("Demo cohort");
    AtomicInteger asked = new AtomicInteger();
    Page page = instructor.page();
    page.onRequest(
        request -> {
          if (request.url().contains("v-r=uidl")) {
            asked.incrementAndGet();
          }
        });
    page.waitForCondition(() -> asked.get() >= 2);
    hide(page);
    page.waitForTimeout(1_500);
    int whileHiding = asked.get();
    page.waitForTimeout(2_500);
    assertThat(asked.get()).as("requests of a page that is hidden").isEqualTo(whileHiding);
  }

  /** As a browser tells a page whose tab was left. */
  private static void hide(Page page) {
    page.evaluate(
        """
        () => {
          Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});
          Object.defineProperty(document, 'hidden', {get: () => true});
          document.hasFocus = () => false;
          document.dispatchEvent(new Event('visibilitychange'));
          window.dispatchEvent(new Event('blur'));
        }
        """);
  }
}
