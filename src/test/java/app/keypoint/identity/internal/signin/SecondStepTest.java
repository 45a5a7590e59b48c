package app.keypoint.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.FormBrowser;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.Codes;
import app.keypoint.identity.signin.SecondFactors;
import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import app.keypoint.time.StudyCalendar;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Signing in in two steps, over HTTP through the whole chain of filters. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class SecondStepTest {

  private static final Set<String> FOR_ALL =
      Set.of("sign-in", "sign-in/code", "sign-in/set-up", "register", "setup/:token");

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @Autowired SecondFactors factors;
  @Autowired AccountAdministration administration;
  @Autowired ServletContext servletContext;
  @LocalServerPort int port;

  private FormBrowser browser;
  private Account account;
  private String secret = "";
  private List<String> recovery = List.of();

  @BeforeEach
  void anAccountWithAnApp() {
    browser = new FormBrowser(port);
    account = fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
    AsAccount as = new AsAccount(accounts);
    var setup = as.call(account, () -> factors.begin(account.id(), Fixtures.PASSWORD));
    secret = setup.secret();
    recovery = as.call(account, () -> factors.confirm(account.id(), setup, code(-1)));
  }

  @Test
  void thePasswordAloneOpensNothing() {
    String before = session();
    var answer = password();
    assertThat(browser.location(answer)).isEqualTo("/sign-in/code");
    assertThat(browser.session()).isNotEqualTo(before);
    ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext))
        .getRegisteredRoutes()
        .forEach(
            route -> {
              String template = route.getTemplate().replaceAll("\\([^)]*\\)", "");
              if (isPartOfTheProgram(route.getNavigationTarget()) && !FOR_ALL.contains(template)) {
                assertThat(browser.location(browser.get("/" + template.replaceAll(":\\w+", "1"))))
                    .as(template)
                    .isEqualTo("/sign-in");
              }
            });
  }

  @Test
  void theCodeSignsIn_toThePageThatWasWanted() {
    browser.get("/settings/reviews");
    password();
    String between = browser.session();
    assertThat(browser.location(code("code", code(0)))).startsWith("/settings/reviews");
    assertThat(browser.session()).isNotEqualTo(between);
    assertThat(browser.isIn()).isTrue();
  }

  @Test
  void aWrongCodeDoesNot_andTheRightOneStillDoes() {
    password();
    assertThat(browser.location(code("code", "000 000"))).isEqualTo("/sign-in/code");
    assertThat(browser.isIn()).isFalse();
    code("code", code(0));
    assertThat(browser.isIn()).isTrue();
  }

  @Test
  void aCodeWithoutThePasswordIsNothing() {
    assertThat(browser.location(code("code", code(0)))).isEqualTo("/sign-in/code");
    assertThat(browser.isIn()).isFalse();
    password();
    code("code", code(0));
    assertThat(browser.isIn()).as("that code was not used up").isTrue();
  }

  @Test
  void aCodeSignsInOnce() {
    password();
    String code = code(1);
    code("code", code);
    assertThat(browser.isIn()).isTrue();
    FormBrowser thief = new FormBrowser(port);
    thief.signIn(account.username(), Fixtures.PASSWORD);
    thief.post("/sign-in/code", Map.of("code", code));
    assertThat(thief.isIn()).isFalse();
  }

  @Test
  void guessingIsSlowedDownByAccount_fromWhereverItComes_andRecoveryCodesStillWork() {
    for (int i = 0; i < 5; i++) {
      FormBrowser guesser = new FormBrowser(port);
      guesser.signIn(account.username(), Fixtures.PASSWORD);
      guesser.post("/sign-in/code", Map.of("code", "00000" + i));
    }
    password();
    code("code", code(0));
    assertThat(browser.isIn()).isFalse();
    code("recovery", recovery.getFirst());
    assertThat(browser.isIn()).isTrue();
  }

  @Test
  void aPasswordThatWasResetDoesNotGoRoundIt() {
    Account other = fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
    String oneTime =
        new AsAccount(accounts).call(other, () -> administration.resetPassword(account.id()));
    assertThat(browser.location(browser.signIn(account.username(), oneTime)))
        .isEqualTo("/sign-in/code");
    assertThat(browser.isIn()).isFalse();
  }

  @Test
  void aRecoveryCodeSignsInOnce() {
    password();
    code("recovery", recovery.getFirst());
    assertThat(browser.isIn()).isTrue();
    FormBrowser thief = new FormBrowser(port);
    thief.signIn(account.username(), Fixtures.PASSWORD);
    thief.post("/sign-in/code", Map.of("recovery", recovery.getFirst()));
    assertThat(thief.isIn()).isFalse();
  }

  @Test
  void anAccountThatIsSwitchedOffBetweenTheStepsStaysOut() {
    password();
    AccountEntity entity = accounts.findById(account.id()).orElseThrow();
    entity.setEnabled(false);
    accounts.save(entity);
    code("code", code(0));
    assertThat(browser.isIn()).isFalse();
  }

  @Test
  void aPasswordChangedBetweenTheStepsEndsTheSignIn() {
    password();
    AccountEntity entity = accounts.findById(account.id()).orElseThrow();
    entity.endSessions();
    accounts.save(entity);
    code("code", code(0));
    assertThat(browser.isIn()).isFalse();
  }

  @Test
  void settingItUpEndsOtherSessions_andRemovingItLetsThePasswordSuffice() {
    password();
    code("code", code(0));
    assertThat(browser.isIn()).isTrue();
    new AsAccount(accounts).run(account, () -> factors.removeApp(account.id(), Fixtures.PASSWORD));
    assertThat(browser.isIn()).isFalse();
    password();
    assertThat(browser.isIn()).isTrue();
  }

  /** Tests have views of their own. */
  private static boolean isPartOfTheProgram(Class<?> view) {
    return view.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith("/classes/");
  }

  @Test
  void withoutSettingsThereIsNoProvider() {
    assertThat(browser.location(browser.get("/sign-in/oidc/school"))).isEqualTo("/sign-in");
    assertThat(browser.location(browser.get("/sign-in/oidc/school/callback?code=x&state=y")))
        .isEqualTo("/sign-in");
  }

  private String session() {
    browser.get("/sign-in");
    return browser.session();
  }

  private java.net.http.HttpResponse<String> password() {
    return browser.signIn(account.username(), Fixtures.PASSWORD);
  }

  private java.net.http.HttpResponse<String> code(String field, String code) {
    return browser.post("/sign-in/code", Map.of(field, code));
  }

  private String code(int steps) {
    return Codes.of(secret, Instant.now(), steps);
  }
}
