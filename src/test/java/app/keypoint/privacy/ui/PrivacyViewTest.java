package app.keypoint.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.identity.Account;
import app.keypoint.identity.ErasureRequests;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees what, who looked, and the request to be erased. */
@ServiceTest
class PrivacyViewTest extends ScreenTest {

  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Dashboards dashboards;
  @Autowired CohortExports exports;
  @Autowired ErasureRequests erasure;

  private Account learner;
  private Account instructor;
  private Cohort cohort;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    instructor = fixtures.instructor();
    cohort = fixtures.as(instructor, () -> cohorts.create(instructor.id(), "Seminar"));
    return learner;
  }

  @Test
  void whoIsInNoCohortIsSeenByNoInstructor() {
    UI.getCurrent().navigate("settings/privacy");
    assertThat(page())
        .contains("You are in no cohort, so no instructor sees anything of you.")
        .contains("Nobody has opened your page or a list of attempts that you are in")
        .contains("or taken a file along that you are in.");
  }

  @Test
  void looksAreToldPageByPage_withWhoInWhichCohort() {
    var unused = memberships.join(learner.id(), cohort.joinCode().toString());
    for (int i = 0; i < 21; i++) {
      fixtures.as(instructor, () -> dashboards.learner(instructor.id(), cohort.id(), learner.id()));
    }
    UI.getCurrent().navigate("settings/privacy");
    String look = instructor.displayName() + " in “Seminar”";
    assertThat(looks(look)).isEqualTo(20);
    test(find(NativeButton.class).withText("Show more").single()).click();
    assertThat(looks(look)).isEqualTo(21);
    assertThat(page()).contains("They see your name");
  }

  @Test
  void aFileThatOneIsInIsToldWithWhatItIs() {
    var unused = memberships.join(learner.id(), cohort.joinCode().toString());
    fixtures.as(
        instructor,
        () -> exports.taken(instructor.id(), cohort.id(), "Roster", List.of(learner.id())));
    UI.getCurrent().navigate("settings/privacy");
    assertThat(
            looks(
                instructor.displayName()
                    + " took a file along that you are in: “Seminar · Roster”"))
        .isEqualTo(1);
  }

  @Test
  void aRequestIsConfirmedAndCanBeWithdrawn() {
    UI.getCurrent().navigate("settings/privacy");
    test(find(NativeButton.class).withText("Ask for deletion").single()).click();
    assertThat(erasure.asked(learner.id())).as("not before it is confirmed").isEmpty();
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(erasure.asked(learner.id())).isPresent();
    assertThat(page()).contains("You asked for deletion on");
    test(find(NativeButton.class).withText("Withdraw the request").single()).click();
    assertThat(erasure.asked(learner.id())).isEmpty();
  }

  private long looks(String words) {
    return find(ListItem.class).all().stream()
        .filter(item -> item.getElement().getTextRecursively().contains(words))
        .count();
  }
}
