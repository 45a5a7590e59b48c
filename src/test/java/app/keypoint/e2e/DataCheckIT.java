package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Accounts;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An administrator has the data checked and rebuilt, by the keyboard alone. */
class DataCheckIT extends BrowserTest {

  @Autowired private Accounts accounts;
  @Autowired private JdbcTemplate sql;

  static Stream<Look> looks() {
    return Stream.of(
        new Look(ColorScheme.LIGHT, Look.DESK, "en-US"),
        new Look(ColorScheme.DARK, Look.PHONE, "en-US"));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void findsWhatDiffers_andRebuildsIt(Look look) {
    long learner = accounts.byUsername("learner-03").orElseThrow().id();
    Visitor administrator = visitor(look).signInAs("admin").open("admin");
    Page page = administrator.page();
    administrator.control(AriaRole.LINK, "Check data").focus();
    administrator.press("Enter").arrivesAt("admin/data");
    look(administrator, look, "before");

    sql.update(
        """
        update card set interval_days = 77
        where id = (select max(card_id) from review_log where learner_id = ?)
        """,
        learner);
    sql.update(
        """
        update learner_day set answers = answers + 5 where learner_id = ? and study_day =
          (select max(study_day) from learner_day where learner_id = ?)
        """,
        learner,
        learner);
    administrator.control(AriaRole.BUTTON, "Check now").focus();
    administrator.press("Enter");
    page.getByText("figures do not follow from the log")
        .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(90_000));
    assertThat(page.innerText("main")).contains("2 figures do not follow from the log");
    assertThat(page.innerText("main"))
        .contains("Card", "intervalDays=77", "Day", "answers=", "entry ", "learner " + learner);
    assertThat(page.evaluate("document.activeElement.innerText")).isEqualTo("Check now");
    look(administrator, look, "differences");

    // From the button that has the focus, the next one is the rebuilding.
    administrator.press("Tab");
    assertThat(page.evaluate("document.activeElement.innerText")).isEqualTo("Rebuild what differs");
    administrator.press("Enter");
    page.getByText("2 figures were rebuilt").waitFor();
    assertThat(page.innerText("main")).contains("Saved before: ", "Last found clean: ");
    look(administrator, look, "rebuilt");

    administrator.press("Enter");
    page.getByText("Everything follows from the log").waitFor();
    look(administrator, look, "clean");
  }

  private static void look(Visitor administrator, Look look, String state) {
    administrator.settle();
    administrator.screenshot(Path.of("target", "e2e", "data-check-" + look + "-" + state + ".png"));
    administrator.findsThePageAccessible();
    administrator.findsThePageFitting();
  }
}
