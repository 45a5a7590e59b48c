package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Studying;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An administrator has the data checked and rebuilt, by the keyboard alone. On a database of its
 * own, without the demo: what other journeys make up does not follow from a log.
 */
@ActiveProfiles(inheritProfiles = false)
@Import(Fixtures.class)
class DataCheckIT extends BrowserTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired private Fixtures fixtures;
  @Autowired private Catalogue catalogue;
  @Autowired private Reviewing reviewing;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionOperations transactions;
  @Autowired private JdbcTemplate sql;

  static Stream<Look> looks() {
    return Stream.of(
        new Look(ColorScheme.LIGHT, Look.DESK, "en-US"),
        new Look(ColorScheme.DARK, Look.PHONE, "en-US"),
        new Look(ColorScheme.LIGHT, Look.PHONE, "zh-CN"));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void findsWhatDiffers_andRebuildsIt(Look look) {
    Account learner = somebodyWhoReviewed();
    Visitor administrator =
        visitor(look).enterAs(fixtures.administrator().username(), Fixtures.PASSWORD).open("admin");
    Page page = administrator.page();
    administrator.control(AriaRole.LINK, text(look, "title")).focus();
    administrator.press("Enter").arrivesAt("admin/data");

    sql.update("update card set interval_days = 77 where learner_id = ?", learner.id());
    sql.update(
        """
        update learner_day set answers = answers + 5
        where study_day = date '2026-03-03' and learner_id = ?
        """,
        learner.id());
    administrator.control(AriaRole.BUTTON, text(look, "check")).focus();
    administrator.press("Enter");
    says(page, text(look, "state.DIFFERENT", 2));
    assertThat(page.innerText("main"))
        .contains("intervalDays=77", "answers=", "entry ")
        .contains(text(look, "kind.CARD"), text(look, "kind.DAY"))
        .contains(text(look, "of", "", String.valueOf(learner.id())));
    hasTheFocus(page, text(look, "check"));
    look(administrator, look, "differences");

    // From the button that has the focus, the next one is the rebuilding.
    administrator.press("Tab");
    hasTheFocus(page, text(look, "repair"));
    administrator.press("Enter");
    says(page, text(look, "state.REPAIRED", 2));
    assertThat(page.innerText("main"))
        .contains(text(look, "backup", ""))
        .contains(text(look, "last-clean", ""));
    look(administrator, look, "rebuilt");

    hasTheFocus(page, text(look, "check"));
    administrator.press("Enter");
    says(page, text(look, "state.CLEAN"));
    look(administrator, look, "clean");
  }

  /** One card, answered rightly on a Monday and a Tuesday. */
  private Account somebodyWhoReviewed() {
    Account learner = fixtures.learner();
    Studying studying = new Studying(reviewing, events, transactions);
    studying.begin(learner, MONDAY, catalogue.quizzes().getFirst().questions().subList(0, 1));
    studying.review(learner, MONDAY.plus(Duration.ofDays(1)), 0);
    return learner;
  }

  private static void says(Page page, String text) {
    page.getByText(text).waitFor();
  }

  /** Focus comes back a moment after the button that had it is gone. */
  private static void hasTheFocus(Page page, String button) {
    page.waitForFunction("button => document.activeElement.innerText === button", button);
  }

  private static String text(Look look, String key, Object... arguments) {
    Locale locale = Locale.forLanguageTag(look.locale());
    String text =
        ResourceBundle.getBundle("messages.integrity", locale).getString("integrity." + key);
    return new MessageFormat(text, locale).format(arguments);
  }

  private static void look(Visitor administrator, Look look, String state) {
    administrator.settle();
    administrator.screenshot(Path.of("target", "e2e", "data-check-" + look + "-" + state + ".png"));
    administrator.findsThePageAccessible();
    administrator.findsThePageFitting();
  }
}
