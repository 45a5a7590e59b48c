package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.factor.Codes;
import app.keypoint.time.StudyCalendar;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody sets up an authenticator app, and signs in with it and without it. */
class SecondStepIT extends BrowserTest {

  private static final String PASSWORD = "correct horse battery";

  @Autowired private Accounts accounts;

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void setsUpAnApp_signsInWithItsCode_andWithARecoveryCode(ColorScheme scheme) {
    Look look = new Look(scheme, scheme == ColorScheme.LIGHT ? Look.DESK : Look.PHONE, "en-US");
    Account account =
        accounts.create(
            new NewAccount(
                "step-" + UUID.randomUUID(),
                "Test person",
                PASSWORD,
                Role.LEARNER,
                new StudyCalendar(ZoneOffset.UTC, 4),
                null));
    Visitor person = visitor(look).enterAs(account.username(), PASSWORD);
    Page page = person.page();

    person.open("settings/security");
    check(person);
    person.control(AriaRole.BUTTON, "Set up an app").click();
    person.settle();
    page.keyboard().type(PASSWORD);
    page.keyboard().press("Enter");
    page.locator(".secret").waitFor();
    person.settle();
    check(person);
    String secret = page.locator(".secret").innerText().replace(" ", "");
    page.keyboard().type(Codes.of(secret, Instant.now(), -1));
    page.keyboard().press("Enter");
    Locator codes = page.locator(".recovery code");
    codes.first().waitFor();
    person.settle();
    check(person);
    assertThat(codes.count()).isEqualTo(10);
    String recovery = codes.first().innerText();
    person.control(AriaRole.BUTTON, "I have kept them").click();
    page.getByText("10 recovery codes are left.").waitFor();
    check(person);

    Visitor elsewhere = visitor(look);
    password(elsewhere, account);
    check(elsewhere);
    elsewhere.page().keyboard().type("000000");
    elsewhere.page().keyboard().press("Enter");
    elsewhere.page().getByRole(AriaRole.ALERT).waitFor();
    check(elsewhere);
    elsewhere.page().locator("input[name=code]").fill(Codes.of(secret, Instant.now(), 0));
    elsewhere.page().keyboard().press("Enter");
    elsewhere.page().waitForURL(url -> !url.contains("sign-in"));

    Visitor another = visitor(look);
    password(another, account);
    another.control(AriaRole.LINK, "Use a recovery code").click();
    another.page().locator("input[name=recovery]").waitFor();
    another.settle();
    check(another);
    another.page().locator("input[name=recovery]").fill(recovery);
    another.page().keyboard().press("Enter");
    another.page().waitForURL(url -> !url.contains("sign-in"));
  }

  private static void password(Visitor visitor, Account account) {
    visitor.open("sign-in");
    visitor.page().getByLabel("User name").fill(account.username());
    visitor.page().locator("vaadin-password-field input").fill(PASSWORD);
    visitor.page().keyboard().press("Enter");
    visitor.arrivesAt("sign-in/code");
  }

  private static void check(Visitor visitor) {
    visitor.settle();
    // What the sticky header covers is not what this is about.
    visitor.page().evaluate("scrollTo(0, 0)");
    visitor.findsThePageAccessible();
    visitor.findsThePageFitting();
  }
}
