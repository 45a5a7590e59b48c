package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages about schedulers, with figures: light and dark, wide and narrow, in both languages. */
class InsightIT extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"DARK,1280,en-US", "LIGHT,360,zh-CN"})
  void figuresAreAccessibleAndFit(ColorScheme scheme, int width, String language) {
    Visitor learner = visitor(new Look(scheme, width, language)).enterAs("learner");
    learner.open("settings/reviews/compare");
    learner.page().locator("kp-calibration svg, .empty").waitFor();
    finished(learner);

    learner.open("settings/reviews/simulate");
    boolean english = language.startsWith("en");
    learner.control(AriaRole.BUTTON, english ? "Simulate a year" : "模拟一年").click();
    learner.page().locator("kp-workload svg").waitFor();
    finished(learner);
  }

  private static void finished(Visitor learner) {
    learner.settle();
    learner.findsThePageAccessible();
    learner.findsThePageFitting();
    assertThat(learner.problems()).isEmpty();
  }
}
