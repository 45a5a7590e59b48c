package app.keypoint.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.FormBrowser;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import app.keypoint.time.StudyCalendar;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in at a school's provider, which is a real one on a port of its own. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "keypoint.base-url=http://127.0.0.1:${local.server.port:0}")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@DirtiesContext
@Tag("slow")
class OidcSignInTest {

  private static final SchoolProvider PROVIDER = new SchoolProvider();

  @Autowired AccountRepository accounts;
  @Autowired ExternalAccounts external;
  @Autowired ExternalIdentityRepository identities;
  @Autowired Accounts api;
  @LocalServerPort int port;

  private final String login = "ada-" + UUID.randomUUID();
  private final String subject = "subject-" + UUID.randomUUID();
  private FormBrowser browser;

  @DynamicPropertySource
  static void theSchoolsSettings(DynamicPropertyRegistry registry) {
    registry.add("keypoint.oidc.issuer", PROVIDER::issuer);
    registry.add("keypoint.oidc.client-id", () -> SchoolProvider.CLIENT);
    registry.add("keypoint.oidc.client-secret", () -> SchoolProvider.SECRET);
    registry.add("keypoint.oidc.name", () -> "Our School");
    registry.add("keypoint.oidc.role-claim", () -> "school.groups");
    registry.add("keypoint.oidc.instructors", () -> "teachers,tutors");
    registry.add("keypoint.oidc.administrators", () -> "it");
  }

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @BeforeEach
  void startTheProvider() {
    PROVIDER.start();
    newBrowser();
  }

  private void newBrowser() {
    browser = new FormBrowser("http://127.0.0.1:" + port);
  }

  @Test
  void theFirstSignInMakesAnAccountFromTheClaims() {
    known(
        Map.of(
            "preferred_username", login,
            "name", "Ada Example",
            "zoneinfo", "Asia/Shanghai",
            "locale", "zh-CN"));
    signIn();
    assertThat(browser.isIn()).isTrue();
    AccountEntity account = account();
    assertThat(account.username()).isEqualTo(login);
    assertThat(account.displayName()).isEqualTo("Ada Example");
    assertThat(account.toAccount().calendar().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(account.toAccount().locale()).extracting(Locale::toLanguageTag).isEqualTo("zh-CN");
    assertThat(account.role()).isEqualTo(Role.LEARNER);
  }

  @Test
  void theRequestIsProtectedByStateNonceAndPkce() {
    known(Map.of());
    String there = browser.location(browser.get("/sign-in/oidc/school"));
    assertThat(there)
        .startsWith(PROVIDER.issuer())
        .contains("response_type=code", "state=", "nonce=", "code_challenge_method=S256");
  }

  @Test
  void leadsToThePageThatWasWanted() {
    known(Map.of());
    browser.get("/settings/reviews");
    assertThat(signIn()).contains("/settings/reviews");
  }

  @Test
  void theSameSubjectIsTheSameAccount_whateverItIsCalledNow() {
    known(Map.of("preferred_username", login));
    signIn();
    long first = account().requireId();
    known(Map.of("preferred_username", "renamed-" + login, "name", "Other"));
    newBrowser();
    signIn();
    assertThat(account().requireId()).isEqualTo(first);
    assertThat(account().username()).isEqualTo(login);
  }

  @Test
  void fourTabsAtTheFirstSignInMakeOneAccount() throws Exception {
    OidcUser person =
        new DefaultOidcUser(
            List.of(),
            OidcIdToken.withTokenValue("token")
                .issuer(PROVIDER.issuer())
                .subject(subject)
                .claim("preferred_username", login)
                .build());
    Callable<String> tab = () -> external.enter(person).getName();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var entered : threads.invokeAll(List.of(tab, tab, tab, tab))) {
        assertThat(entered.get()).isEqualTo(account().username());
      }
    }
  }

  @Test
  void aNameThatIsTakenHereIsSomebodyElse() {
    Account local =
        api.create(
            new NewAccount(
                login,
                "A local person",
                Fixtures.PASSWORD,
                Role.ADMINISTRATOR,
                new StudyCalendar(ZoneOffset.UTC, 4),
                null));
    known(Map.of("preferred_username", login, "email", login + "@example.org"));
    signIn();
    assertThat(account().requireId()).isNotEqualTo(local.id());
    assertThat(account().username()).startsWith(login + "-");
    assertThat(account().role()).isEqualTo(Role.LEARNER);
  }

  @Test
  void theProviderDecidesTheRole_andAChangeEndsOtherSessions() {
    known(Map.of("school", Map.of("groups", List.of("chess", "tutors"))));
    signIn();
    assertThat(account().role()).isEqualTo(Role.INSTRUCTOR);
    assertThat(browser.get("/cohorts").statusCode()).isEqualTo(200);
    FormBrowser elsewhere = browser;
    newBrowser();
    known(Map.of("school", Map.of("groups", List.of("chess"))));
    assertThat(elsewhere.isIn()).as("until the next sign-in").isTrue();
    signIn();
    assertThat(account().role()).isEqualTo(Role.LEARNER);
    assertThat(browser.isIn()).isTrue();
    assertThat(elsewhere.isIn()).isFalse();
    known(Map.of("school", Map.of("groups", "it")));
    newBrowser();
    signIn();
    assertThat(account().role()).isEqualTo(Role.ADMINISTRATOR);
  }

  @Test
  void anAccountThatIsSwitchedOffHereStaysOut() {
    known(Map.of());
    signIn();
    AccountEntity account = account();
    account.setEnabled(false);
    accounts.save(account);
    newBrowser();
    assertThat(signIn()).isEqualTo("/sign-in?error");
    assertThat(browser.isIn()).isFalse();
  }

  @Test
  void nobodyHasAPasswordHereForIt() {
    known(Map.of("preferred_username", login));
    signIn();
    newBrowser();
    browser.signIn(login, SchoolProvider.PASSWORD);
    assertThat(browser.isIn()).isFalse();
  }

  @Test
  void anAnswerThatWasNotAskedForIsRefused() {
    assertThat(browser.location(browser.get("/sign-in/oidc/school/callback?code=x&state=y")))
        .isEqualTo("/sign-in?error");
    assertThat(browser.isIn()).isFalse();
  }

  @Test
  void signingOutLeadsToTheProvidersOwnSignOut() {
    known(Map.of());
    signIn();
    HttpResponse<String> answer = browser.post("/logout", Map.of());
    assertThat(browser.location(answer))
        .startsWith(PROVIDER.issuer() + "/connect/logout?id_token_hint=");
    assertThat(browser.isIn()).isFalse();
  }

  private void known(Map<String, Object> claims) {
    Map<String, Object> told = new HashMap<>(claims);
    told.put("sub", subject);
    PROVIDER.knows(login, told);
  }

  private String signIn() {
    return PROVIDER.signIn(browser, login);
  }

  private AccountEntity account() {
    long id = identities.findByIssuerAndSubject(PROVIDER.issuer(), subject).orElseThrow().accountId;
    return accounts.findById(id).orElseThrow();
  }
}
