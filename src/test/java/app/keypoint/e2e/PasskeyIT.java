package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.factor.Policy;
import app.keypoint.time.StudyCalendar;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passkeys, with an authenticator that the browser plays. */
class PasskeyIT extends BrowserTest {

  private static final String PASSWORD = "correct horse battery";

  @Autowired private Accounts accounts;
  @Autowired private Policy policy;

  @Test
  void signsInWithAPasskeyThatWasAdded_untilItIsRemoved() {
    Account account = account(Role.LEARNER);
    Visitor person =
        visitor(new Look(ColorScheme.DARK, Look.PHONE, "en-US"))
            .signInAs(account.username(), PASSWORD);
    Authenticator authenticator = new Authenticator(person.page());
    person.open("settings/security");
    person.control(AriaRole.BUTTON, "Add a passkey").click();
    person.settle();
    Page page = person.page();
    page.keyboard().type("My phone");
    page.locator("vaadin-password-field input").fill(PASSWORD);
    page.keyboard().press("Enter");
    page.getByText("not used yet").waitFor();
    check(person);

    page.context().clearCookies();
    person.open("sign-in");
    check(person);
    authenticator.verifiesUser(false);
    person.control(AriaRole.BUTTON, "Sign in with a passkey").click();
    page.getByText("Your browser did not give a passkey.").waitFor();
    authenticator.verifiesUser(true);
    person.control(AriaRole.BUTTON, "Sign in with a passkey").click();
    page.waitForURL(url -> !url.contains("sign-in"));
    person.open("settings/security");
    assertThat(page.locator(".passkey-row").innerText()).contains("My phone", "last used");

    person.control(AriaRole.BUTTON, "Remove My phone").click();
    person.settle();
    page.keyboard().type(PASSWORD);
    page.keyboard().press("Enter");
    page.getByText("The passkey is removed.").waitFor();
    page.context().clearCookies();
    person.open("sign-in");
    person.control(AriaRole.BUTTON, "Sign in with a passkey").click();
    page.getByText("This passkey is not known here.").waitFor();
  }

  @Test
  void whoHasToHaveASecondFactorAddsAPasskeyOnTheWayIn_andProvesItNextTime() {
    Account instructor = account(Role.INSTRUCTOR);
    Set<Role> before = policy.roles();
    policy.require(Set.of(Role.INSTRUCTOR));
    try {
      Visitor person = visitor();
      new Authenticator(person.page());
      password(person, instructor);
      person.arrivesAt("sign-in/set-up");
      check(person);
      person.control(AriaRole.BUTTON, "Use a passkey instead").click();
      person.page().waitForURL(url -> !url.contains("sign-in"));
      person.open("cohorts");
      assertThat(person.heading()).isEqualTo("Cohorts");

      person.page().context().clearCookies();
      password(person, instructor);
      person.arrivesAt("sign-in/code");
      check(person);
      person.open("cohorts");
      assertThat(person.page().url()).as("before the second step").contains("sign-in");
      person.open("sign-in/code");
      person.control(AriaRole.BUTTON, "Sign in with a passkey").click();
      person.page().waitForURL(url -> !url.contains("sign-in"));
      person.open("cohorts");
      assertThat(person.heading()).isEqualTo("Cohorts");
    } finally {
      policy.require(before);
    }
  }

  /** One that the browser plays, with a user at hand. */
  private static final class Authenticator {

    private final CDPSession session;
    private final String id;

    Authenticator(Page page) {
      session = page.context().newCDPSession(page);
      session.send("WebAuthn.enable");
      JsonObject options = new JsonObject();
      options.addProperty("protocol", "ctap2");
      options.addProperty("transport", "internal");
      options.addProperty("hasResidentKey", true);
      options.addProperty("hasUserVerification", true);
      options.addProperty("isUserVerified", true);
      options.addProperty("automaticPresenceSimulation", true);
      JsonObject parameters = new JsonObject();
      parameters.add("options", options);
      id =
          session
              .send("WebAuthn.addVirtualAuthenticator", parameters)
              .get("authenticatorId")
              .getAsString();
    }

    void verifiesUser(boolean verifies) {
      JsonObject parameters = new JsonObject();
      parameters.addProperty("authenticatorId", id);
      parameters.addProperty("isUserVerified", verifies);
      session.send("WebAuthn.setUserVerified", parameters);
    }
  }

  private Account account(Role role) {
    return accounts.create(
        new NewAccount(
            "key-" + UUID.randomUUID(),
            "Test person",
            PASSWORD,
            role,
            new StudyCalendar(ZoneOffset.UTC, 4),
            null));
  }

  private static void password(Visitor visitor, Account account) {
    visitor.open("sign-in");
    visitor.page().getByLabel("User name").fill(account.username());
    Locator password = visitor.page().locator("vaadin-password-field input");
    password.fill(PASSWORD);
    password.press("Enter");
  }

  private static void check(Visitor visitor) {
    visitor.settle();
    // What the sticky header covers is not what this is about.
    visitor.page().evaluate("scrollTo(0, 0)");
    visitor.findsThePageAccessible();
    visitor.findsThePageFitting();
  }
}
