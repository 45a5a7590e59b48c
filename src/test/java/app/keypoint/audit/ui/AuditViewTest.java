package app.keypoint.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator looks for what happened to somebody. */
@ServiceTest
class AuditViewTest extends ScreenTest {

  @Autowired AuditTrail trail;

  private Account learner;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    Account administrator = fixtures.account(Role.ADMINISTRATOR, learner.calendar());
    return administrator;
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
