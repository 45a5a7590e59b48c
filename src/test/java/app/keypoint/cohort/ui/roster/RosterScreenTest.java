package app.keypoint.cohort.ui.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortAdministration;
import app.keypoint.cohort.Cohorts;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instructor brings a roster from the page. */
@ServiceTest
class RosterScreenTest extends ScreenTest {

  @Autowired Cohorts cohorts;
  @Autowired CohortAdministration administration;
  @Autowired Accounts accounts;

  Account instructor;
  Account administrator;
  Cohort cohort;
  final String name = "new-" + UUID.randomUUID();

  @Override
  protected Account visitor() {
    instructor = fixtures.instructor();
    administrator = fixtures.administrator();
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    return instructor;
  }

  @Override
  protected void begin() {
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/roster");
  }

  @AfterEach
  void nothingIsAllowed() {
    fixtures.as(administrator, () -> administration.allowMakingAccounts(false));
  }

  @Test
  void fromAFileToThePasswordsThatStayUntilTheyArePutAway() {
    fixtures.as(administrator, () -> administration.allowMakingAccounts(true));
    upload("Ann Lee," + name);
    assertThat(page()).contains("One person in the file");
    click("Import one person");
    assertThat(find(Upload.class).all()).as("while it is under way").isEmpty();
    awaitPage("one person joined");
    assertThat(page()).contains("One new account");
    assertThat(accounts.byUsername(name)).isPresent();
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(1);
    assertThat(find(Upload.class).all()).as("beside the passwords").isEmpty();
    click("Choose another file");
    assertThat(find(Upload.class).all()).hasSize(1);
    assertThat(page()).doesNotContain("One new account");
  }

  @Test
  void whoIsAskedOnlyWithAnAccountIsNotCountedAsAsked() {
    upload("Ann Lee," + name);
    click("Import one person");
    awaitPage("is asked on their Today, if they have an account");
  }

  @Test
  void aPageThatIsClosedCallsTheImportOff() {
    RosterProgressBar bar = new RosterProgressBar();
    assertThat(bar.goOn(() -> true)).isTrue();
    assertThat(bar.goOn(() -> false)).as("nobody could be told").isFalse();
  }

  private void upload(String content) {
    test(find(Upload.class).single()).upload("roster.csv", "text/csv", content.getBytes(UTF_8));
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
}
