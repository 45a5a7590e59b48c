package app.keypoint.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class AccountsTest {

  @Autowired Accounts accounts;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;

  @Test
  void findsAnAccountByTheNameThatSignsIn() {
    Account made = fixtures.learner();
    assertThat(accounts.byUsername("  " + made.username().toUpperCase() + " ")).contains(made);
  }

  @Test
  void refusesATakenName() {
    Account made = fixtures.learner();
    NewAccount again =
        new NewAccount(
            made.username(), "Other", Fixtures.PASSWORD, Role.LEARNER, made.calendar(), null);
    assertThatThrownBy(() -> accounts.create(again)).hasMessageContaining("taken");
  }

  @Test
  void readsManyInOneStatement() {
    List<Long> ids = List.of(fixtures.learner().id(), fixtures.learner().id());
    assertThat(counter.statementsOf(() -> accounts.byIds(ids))).isEqualTo(1);
  }
}
