package app.keypoint.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditSearch;
import app.keypoint.audit.AuditSearch.Filter;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.FormBrowser;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.Codes;
import app.keypoint.identity.signin.SecondFactors;
import app.keypoint.identity.signin.Sessions;
import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import app.keypoint.time.StudyCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Each way in and out, over HTTP through the whole chain of filters, as the audit log tells it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class WaysInOnRecordTest {

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @Autowired SecondFactors factors;
  @Autowired Sessions sessions;
  @Autowired AuditSearch log;
  @LocalServerPort int port;

  private AsAccount as;
  private Account learner;

  @BeforeEach
  void somebody() {
    as = new AsAccount(accounts);
    learner = fixtures.learner();
  }

  @Test
  void thePasswordAloneAndTheWayOut() {
    FormBrowser browser = new FormBrowser(port);
    browser.signIn(learner.username(), Fixtures.PASSWORD);
    browser.post("/logout", Map.of());
    assertThat(browser.isIn()).isFalse();
    assertThat(told()).startsWith("SIGNED_OUT by them", "SIGNED_IN by them: PASSWORD");
  }

  @Test
  void wrongAndRightCodesOfAnApp() {
    var setup = as.call(learner, () -> factors.begin(learner.id(), Fixtures.PASSWORD));
    as.run(
        learner,
        () -> factors.confirm(learner.id(), setup, Codes.of(setup.secret(), Instant.now(), -1)));
    FormBrowser browser = password();
    assertThat(told().getFirst())
        .as("the password alone is no sign-in")
        .isEqualTo("SECOND_FACTOR_ADDED by them: APP");
    browser.post("/sign-in/code", Map.of("code", "000000"));
    browser.post("/sign-in/code", Map.of("code", Codes.of(setup.secret(), Instant.now(), 0)));
    assertThat(browser.isIn()).isTrue();
    assertThat(told()).startsWith("SIGNED_IN by them: APP", "SIGN_IN_FAILED to them: CODE");
  }

  @Test
  void wrongAndRightRecoveryCodesAndTooMany() {
    var setup = as.call(learner, () -> factors.begin(learner.id(), Fixtures.PASSWORD));
    List<String> codes =
        as.call(
            learner,
            () -> factors.confirm(learner.id(), setup, Codes.of(setup.secret(), Instant.now(), 0)));
    FormBrowser browser = password();
    browser.post("/sign-in/code", Map.of("recovery", "aaaaa-aaaaa"));
    browser.post("/sign-in/code", Map.of("recovery", codes.getFirst()));
    assertThat(browser.isIn()).isTrue();
    assertThat(told())
        .startsWith(
            "SIGNED_IN by them: RECOVERY_CODE",
            "RECOVERY_CODE_USED by them",
            "SIGN_IN_FAILED to them: CODE");
    FormBrowser guesser = password();
    for (int i = 0; i < 6; i++) {
      guesser.post("/sign-in/code", Map.of("code", "00000" + i));
    }
    assertThat(told().getFirst()).isEqualTo("SIGN_IN_FAILED to them: THROTTLED");
  }

  @Test
  void anAnswerOfNoPasskey() {
    long before = refusedPasskeys();
    new FormBrowser(port).post("/sign-in/passkey", Map.of("credential", "{}"));
    assertThat(refusedPasskeys()).isEqualTo(before + 1);
  }

  @Test
  void sessionsEndedByTheirOwner() {
    FormBrowser one = password();
    FormBrowser two = password();
    as.run(learner, sessions::endOthers);
    assertThat(one.isIn() || two.isIn()).isFalse();
    assertThat(told().getFirst()).isEqualTo("SESSIONS_ENDED by them: 2");
    as.run(learner, sessions::endOthers);
    assertThat(told().stream().filter(entry -> entry.startsWith("SESSIONS_ENDED"))).hasSize(1);
  }

  private FormBrowser password() {
    FormBrowser browser = new FormBrowser(port);
    browser.signIn(learner.username(), Fixtures.PASSWORD);
    return browser;
  }

  private long refusedPasskeys() {
    return search(new Filter("", AuditKind.SIGN_IN_FAILED, null, null)).stream()
        .filter(entry -> entry.detail().equals("PASSKEY"))
        .count();
  }

  private List<String> told() {
    return search(new Filter(learner.username(), null, null, null)).stream()
        .map(
            entry ->
                entry.kind()
                    + (learner.username().equals(entry.actor()) ? " by them" : " to them")
                    + (entry.detail().isEmpty() ? "" : ": " + entry.detail()))
        .toList();
  }

  private List<AuditEntry> search(Filter filter) {
    Account reader = fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
    return as.call(reader, () -> log.page(filter, 0, AuditSearch.MAX_PAGE));
  }
}
