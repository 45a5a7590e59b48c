package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** An administrator lets somebody in, and shuts them out again. */
class AdministratorJourneyIT extends BrowserTest {

  @Test
  void makesAnAccountThatSignsInOnceItHasItsOwnPassword_andSwitchesItOff() {
    Visitor administrator = visitor().enterAs("admin").open("admin");
    assertThat(administrator.heading()).isEqualTo("Accounts");
    Page page = administrator.page();
    administrator.control(AriaRole.BUTTON, "New account").click();
    page.getByLabel("User name").fill("assistant");
    page.getByLabel("Name").last().fill("Teaching assistant");
    administrator.control(AriaRole.BUTTON, "Create account").click();
    String oneTime = page.locator(".one-time-password").innerText();
    administrator.control(AriaRole.BUTTON, "Close").click();

    Visitor assistant = visitor().signInAs("assistant", oneTime);
    assertThat(assistant.heading()).isEqualTo("Choose your password");
    assistant.page().locator("vaadin-password-field input").fill("four words make sense");
    assistant.control(AriaRole.BUTTON, "Set password and continue").click();
    assistant.page().waitForURL(url -> !url.contains("new-password"));
    assistant.settle();
    assertThat(assistant.heading()).isNotEqualTo("Choose your password");

    page.getByLabel("Search by name").fill("assistant");
    page.getByText("one account").waitFor(); // the rows are made anew with it
    administrator.settle();
    administrator.control(AriaRole.BUTTON, "Manage Teaching assistant").click();
    administrator.control(AriaRole.BUTTON, "Switch off account").click();
    page.getByText("The account is switched off.").waitFor();
    assistant.open("progress");
    assertThat(assistant.page().url()).contains("sign-in");
  }

  @Test
  void seesHowTheQuizFilesStand() {
    Visitor administrator = visitor().enterAs("admin").open("content");
    String shown = administrator.page().innerText("main");
    assertThat(shown)
        .containsPattern("open-source-gambit.yaml\\s+Served\\s+20 questions are served.")
        .contains("Translates open-source-gambit.yaml into Chinese (China): 20 of 20 questions.");
  }
}
