package app.keypoint.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator looks for what happened to somebody. */
@ServiceTest
class AuditViewTest extends SpringBrowserlessTest {

  @Autowired AuditTrail trail;
  @Autowired Fixtures fixtures;

  private Account learner;

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    learner = fixtures.learner();
    Account administrator = fixtures.account(Role.ADMINISTRATOR, learner.calendar());
    fixtures.signIn(administrator);
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @Test
  @SuppressWarnings("unchecked")
  void filtersByPersonKindAndDay() {
    trail.record(AuditNote.of(AuditKind.SIGN_IN_FAILED).to(learner.username()));
    trail.record(AuditNote.of(AuditKind.SIGNED_IN).by(learner.username()));
    UI.getCurrent().navigate("admin/audit");
    Grid<AuditEntry> grid = find(Grid.class).single();
    test(find(TextField.class).withCaption("Person").single()).setValue(learner.username());
    assertThat(test(grid).size()).isEqualTo(3);

    Select<AuditKind> kind = find(Select.class).single();
    kind.setValue(AuditKind.SIGN_IN_FAILED);
    assertThat(test(grid).size()).isEqualTo(1);
    kind.clear();

    find(DatePicker.class).withCaption("From").single().setValue(LocalDate.of(2100, 1, 1));
    assertThat(test(grid).size()).isZero();
  }
}
