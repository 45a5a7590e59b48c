package app.keypoint.identity.internal.oidc;

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
import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import app.keypoint.time.StudyCalendar;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A school whose provider lets in only those who were in before. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "keypoint.base-url=http://127.0.0.1:${local.server.port:0}")
@ContextConfiguration(initializers = {TestDatabase.class, OidcForKnownPeopleTest.Settings.class})
@Import(Fixtures.class)
@DirtiesContext
@Tag("slow")
class OidcForKnownPeopleTest {

  private static final SchoolProvider PROVIDER = new SchoolProvider();

  @Autowired AccountRepository accounts;
  @Autowired ExternalIdentityRepository identities;
  @Autowired AuditSearch log;
  @Autowired Fixtures fixtures;
  @LocalServerPort int port;

  private final String login = "ada-" + UUID.randomUUID();
  private final String subject = "subject-" + UUID.randomUUID();
  private FormBrowser browser;

  /** The variables of the README, as a process has them. */
  static class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new SystemEnvironmentPropertySource(
                  "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                  Map.of(
                      "KEYPOINT_OIDC_ISSUER",
                      PROVIDER.issuer(),
                      "KEYPOINT_OIDC_CLIENT_ID",
                      SchoolProvider.CLIENT,
                      "KEYPOINT_OIDC_CLIENT_SECRET",
                      SchoolProvider.SECRET,
                      "KEYPOINT_OIDC_CREATE_ACCOUNTS",
                      "false")));
    }
  }

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @BeforeEach
  void theProviderKnowsThem() {
    PROVIDER.start();
    PROVIDER.knows(login, Map.of("sub", subject, "preferred_username", login));
    browser = new FormBrowser("http://127.0.0.1:" + port);
  }

  @Test
  void whoWasNeverInStaysOut_withoutAnAccount_andItIsOnRecord() {
    long before = accounts.count();
    assertThat(PROVIDER.signIn(browser, login)).isEqualTo("/sign-in?error");
    assertThat(browser.isIn()).isFalse();
    assertThat(accounts.count()).isEqualTo(before);
    assertThat(identities.findByIssuerAndSubject(PROVIDER.issuer(), subject)).isEmpty();
    Account reader = fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
    assertThat(
            new AsAccount(accounts)
                .call(
                    reader,
                    () -> log.page(new Filter("", AuditKind.SIGN_IN_FAILED, null, null), 0, 50)))
        .extracting(AuditEntry::detail)
        .contains("PROVIDER");
  }

  @Test
  void whoWasInBeforeGetsIn() {
    Account account = fixtures.learner();
    identities.save(new ExternalIdentityEntity(account.id(), PROVIDER.issuer(), subject));
    PROVIDER.signIn(browser, login);
    assertThat(browser.isIn()).isTrue();
  }
}
