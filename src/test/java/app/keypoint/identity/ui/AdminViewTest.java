package app.keypoint.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.ErasureAdministration;
import app.keypoint.identity.ProxyCheck;
import app.keypoint.identity.Role;
import app.keypoint.identity.SecondFactorAdministration;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators see of their server. */
@ServiceTest
class AdminViewTest extends SpringBrowserlessTest {

  @Autowired AccountAdministration administration;
  @Autowired SecondFactorAdministration factors;
  @Autowired ErasureAdministration erasure;
  @Autowired CurrentAccount current;
  @Autowired Fixtures fixtures;

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    Account administrator =
        fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
    fixtures.signIn(administrator);
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @Test
  void aProxyThatNobodyNamedIsPointedOut() {
    assertThat(shown(() -> Optional.of("10.0.0.7"))).contains("KEYPOINT_PROXIES", "10.0.0.7");
    assertThat(shown(Optional::empty)).doesNotContain("KEYPOINT_PROXIES");
  }

  private String shown(ProxyCheck check) {
    return new AdminView(administration, factors, erasure, check, current)
        .getElement()
        .getTextRecursively();
  }
}
