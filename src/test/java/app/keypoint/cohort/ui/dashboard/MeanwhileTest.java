package app.keypoint.cohort.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.LearnerNotes;
import app.keypoint.cohort.Memberships;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Pages that stay open while somebody is taken away from their cohort. What a click that finds
 * nothing any more says is the same everywhere, and tested with the shell.
 */
@ServiceTest
class MeanwhileTest extends ScreenTest {

  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired Memberships memberships;
  @Autowired LearnerNotes notes;

  Account owner;
  Account colleague;
  Account learner;
  Cohort cohort;

  @Override
  protected Account visitor() {
    owner = fixtures.instructor();
    colleague = fixtures.instructor();
    learner = fixtures.learner();
    cohort = fixtures.as(owner, () -> cohorts.create(owner.id(), "Seminar"));
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    fixtures.as(owner, () -> instructors.add(owner.id(), cohort.id(), colleague.username()));
    return colleague;
  }

  @Test
  void anOpenDashboardAsksNoMoreOnceItsInstructorIsTakenAway() {
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(page()).contains("one learner");
    assertThat(UI.getCurrent().getPollInterval()).isPositive();
    takeAway();
    Polls.later();
    assertThat(UI.getCurrent().getPollInterval()).as("no live updates").isNegative();
    UI.getCurrent().navigate("settings");
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(page()).as("what is loaded anew").contains("There is nothing here");
  }

  @Test
  void theNextClickOnALearnersPageChangesNothing() {
    open("/learners/" + learner.id());
    test(find(TextArea.class).single()).setValue("Spoke with them.");
    takeAway();
    assertThatThrownBy(() -> click("Add note")).hasStackTraceContaining("GoneException");
    assertThat(fixtures.as(owner, () -> notes.of(owner.id(), cohort.id(), learner.id()))).isEmpty();
  }

  @Test
  void noteForALearnerWhoIsNoMemberAnyMoreIsRefused() {
    open("/learners/" + learner.id());
    test(find(TextArea.class).single()).setValue("Spoke with them.");
    fixtures.as(owner, () -> cohorts.removeMember(owner.id(), cohort.id(), learner.id()));
    assertThatThrownBy(() -> click("Add note")).hasStackTraceContaining("GoneException");
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(page()).contains("Nobody has joined yet");
  }

  @Test
  void aLearnerWhoIsRemovedWhileTheirPageIsOpenLeavesNothing() {
    fixtures.signIn(learner);
    UI.getCurrent().navigate("join");
    assertThat(page()).contains("Seminar");
    fixtures.as(owner, () -> cohorts.removeMember(owner.id(), cohort.id(), learner.id()));
    click("Leave");
    assertThatThrownBy(() -> test(find(ConfirmDialog.class).single()).confirm())
        .hasStackTraceContaining("GoneException");
    UI.getCurrent().navigate("settings/privacy");
    assertThat(page()).contains("no instructor sees anything of you");
  }

  private void open(String page) {
    UI.getCurrent().navigate("cohorts/" + cohort.id() + page);
  }

  private void takeAway() {
    fixtures.as(owner, () -> instructors.remove(owner.id(), cohort.id(), colleague.username()));
  }

  private void click(String caption) {
    test(find(Button.class).withText(caption).single()).click();
  }
}
