package app.keypoint.cohort.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.Cohorts;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner adds, removes and hands over to colleagues in a cohort's settings; others leave. */
@ServiceTest
class InstructorsScreenTest extends ScreenTest {

  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;

  Account owner;
  Account colleague;
  Cohort cohort;

  @Override
  protected Account visitor() {
    owner = fixtures.instructor();
    colleague = fixtures.instructor();
    fixtures.signIn(owner);
    cohort = cohorts.create(owner.id(), "Seminar");
    return owner;
  }

  @Test
  void aColleagueIsAddedByTheirSignInNameAndRemovedAfterAQuestion() {
    settings();
    assertThat(part()).contains(owner.displayName()).contains("owner");
    TextField name = name();
    test(name).setValue("nobody-of-this-name");
    click("Add");
    assertThat(name.getErrorMessage()).contains("No other instructor signs in with this name");

    test(name()).setValue(colleague.username());
    click("Add");
    assertThat(part()).contains(colleague.displayName());
    assertThat(teachers()).containsExactly(owner.username(), colleague.username());

    link("Remove");
    assertThat(part()).as("asks first").contains(colleague.displayName());
    confirm("no longer sees or runs this cohort");
    assertThat(part()).doesNotContain(colleague.displayName());
    assertThat(teachers()).containsExactly(owner.username());
  }

  @Test
  void whoTakesItOverIsTheOwner_besideWhomTheFormerOneMayLeave() {
    instructors.add(owner.id(), cohort.id(), colleague.username());
    settings();
    link("Hand over");
    confirm("becomes the owner");
    assertThat(find(Dialog.class).all()).isEmpty();
    assertThat(instructors.of(owner.id(), cohort.id()))
        .filteredOn(Teacher::owner)
        .extracting(Teacher::username)
        .containsExactly(colleague.username());

    settings();
    assertThat(find(TextField.class).withCaption("Sign-in name of an instructor").all())
        .as("adding is for the owner")
        .isEmpty();
    assertThat(find(NativeButton.class).withText("Remove").all()).isEmpty();
    assertThat(find(Button.class).withText("Delete cohort").all()).isEmpty();
    link("Leave");
    confirm("You no longer see or run this cohort");
    assertThat(getCurrentView()).isInstanceOf(CohortsView.class);
    assertThat(cohorts.of(owner.id())).isEmpty();
  }

  private void settings() {
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    click("Settings");
  }

  private String part() {
    return find(InstructorsPart.class).single().getElement().getTextRecursively();
  }

  private TextField name() {
    return find(TextField.class).withCaption("Sign-in name of an instructor").single();
  }

  private List<String> teachers() {
    return instructors.of(owner.id(), cohort.id()).stream().map(Teacher::username).toList();
  }

  private void link(String caption) {
    test(find(NativeButton.class).withText(caption).single()).click();
  }

  private void confirm(String warning) {
    ConfirmDialog dialog = find(ConfirmDialog.class).single();
    assertThat(dialog.getElement().getProperty("message")).contains(warning);
    test(dialog).confirm();
  }

  private void click(String caption) {
    test(find(Button.class).withText(caption).single()).click();
  }
}
