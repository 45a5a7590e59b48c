package app.keypoint.identity.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohorts;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.ErasureAdministration;
import app.keypoint.identity.ErasureRequests;
import app.keypoint.identity.Role;
import app.keypoint.identity.signin.ProxyCheck;
import app.keypoint.identity.signin.SecondFactorAdministration;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators see of their server. */
@ServiceTest
class AdminViewTest extends ScreenTest {

  @Autowired AccountAdministration administration;
  @Autowired SecondFactorAdministration factors;
  @Autowired ErasureAdministration erasure;
  @Autowired ErasureRequests request;
  @Autowired Cohorts cohorts;
  @Autowired Accounts accounts;
  @Autowired CurrentAccount current;

  @Override
  protected Account visitor() {
    return fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
  }

  @Test
  void aProxyThatNobodyNamedIsPointedOut() {
    assertThat(shown(() -> Optional.of("10.0.0.7"))).contains("KEYPOINT_PROXIES", "10.0.0.7");
    assertThat(shown(Optional::empty)).doesNotContain("KEYPOINT_PROXIES");
  }

  @Test
  void anAdministratorNamesWhoTakesOverAndThenDeletes() {
    Account instructor = fixtures.instructor();
    Account colleague = fixtures.instructor();
    fixtures.as(
        instructor,
        () -> {
          var unused = cohorts.create(instructor.id(), "Seminar");
          request.ask(instructor.id());
        });
    UI.getCurrent().navigate("admin");
    open(instructor);
    assertThat(dialog()).contains("Somebody else has to take over first", "Seminar");
    TextField successor = find(TextField.class, find(Dialog.class).single()).single();
    test(successor).setValue("nobody-at-all");
    test(find(Button.class).withText("Hand over").single()).click();
    assertThat(successor.getErrorMessage()).contains("No other instructor has this user name");
    test(successor).setValue(colleague.username());
    test(find(Button.class).withText("Hand over").single()).click();
    assertThat(dialog()).contains("What goes").doesNotContain("Seminar");
    test(find(Button.class).withText("Delete account").single()).click();
    assertThat(accounts.require(instructor.id()).anonymous()).isTrue();
  }

  @Test
  void whoeverDeletesThemselvesIsTakenToTheSignIn() {
    var unused = fixtures.administrator();
    Account self = current.get();
    request.ask(self.id());
    UI.getCurrent().navigate("admin");
    open(self);
    test(find(Button.class).withText("Delete account").single()).click();
    assertThat(accounts.require(self.id()).anonymous()).isTrue();
    assertThat(
            UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .flatMap(call -> call.getInvocation().getParameters().stream()))
        .contains("sign-in");
  }

  private void open(Account account) {
    test(find(NativeButton.class).all().stream()
            .filter(
                button ->
                    button
                        .getAriaLabel()
                        .filter(("Delete " + account.displayName())::equals)
                        .isPresent())
            .findFirst()
            .orElseThrow())
        .click();
  }

  private String dialog() {
    return find(Dialog.class).single().getElement().getTextRecursively();
  }

  private String shown(ProxyCheck check) {
    return new AdminView(administration, factors, erasure, check, current)
        .getElement()
        .getTextRecursively();
  }
}
