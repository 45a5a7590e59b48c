package app.keypoint.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditSearch;
import app.keypoint.audit.AuditSearch.Filter;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import app.keypoint.time.StudyCalendar;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Sign-ins through the real filter chain, as the audit log tells of them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class SignInsOnRecordTest {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @Autowired AuditSearch log;
  @LocalServerPort int port;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @Test
  void aSignInAndAFailureAreRecordedOnceWithNameAndAddress() throws Exception {
    Account learner = fixtures.learner();
    signIn(learner.username().toUpperCase(), "wrong password");
    signIn(learner.username(), Fixtures.PASSWORD);
    assertThat(of(learner.username(), AuditKind.SIGN_IN_FAILED))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isNull();
              assertThat(entry.subject()).isEqualTo(learner.username());
              assertThat(entry.detail()).isEqualTo("CREDENTIALS");
              assertThat(entry.address()).isEqualTo("127.0.0.1");
            });
    assertThat(of(learner.username(), AuditKind.SIGNED_IN))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo(learner.username());
              assertThat(entry.address()).isEqualTo("127.0.0.1");
            });
  }

  @Test
  void aPasswordTypedAsTheNameIsNotKept() throws Exception {
    int before = of("", AuditKind.SIGN_IN_FAILED).size();
    String secret = "my secret password 4711";
    signIn(secret, "");
    List<AuditEntry> failures = of("", AuditKind.SIGN_IN_FAILED);
    assertThat(failures).hasSizeGreaterThan(before);
    assertThat(failures.getFirst().subject()).isNull();
    assertThat(failures).noneMatch(entry -> entry.toString().contains("4711"));
  }

  @Test
  void throttledAndSwitchedOffSayWhy() throws Exception {
    Account throttled = fixtures.learner();
    for (int i = 0; i < 8; i++) {
      signIn(throttled.username(), "wrong password");
    }
    assertThat(of(throttled.username(), AuditKind.SIGN_IN_FAILED))
        .extracting(AuditEntry::detail)
        .contains("CREDENTIALS", "THROTTLED");

    Account off = fixtures.learner();
    AccountEntity entity = accounts.findById(off.id()).orElseThrow();
    entity.setEnabled(false);
    accounts.save(entity);
    signIn(off.username(), Fixtures.PASSWORD);
    assertThat(of(off.username(), AuditKind.SIGN_IN_FAILED))
        .extracting(AuditEntry::detail)
        .containsExactly("DISABLED");
  }

  private List<AuditEntry> of(String person, AuditKind kind) {
    Account reader = fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
    return new AsAccount(accounts)
        .call(reader, () -> log.page(new Filter(person, kind, null, null), 0, 100));
  }

  private void signIn(String name, String password) throws Exception {
    Matcher csrf =
        CSRF.matcher(
            browser
                .send(HttpRequest.newBuilder(at("/sign-in")).build(), BodyHandlers.ofString())
                .body());
    assertThat(csrf.find()).isTrue();
    browser.send(
        HttpRequest.newBuilder(at("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "_csrf="
                        + encoded(csrf.group(1))
                        + "&username="
                        + encoded(name)
                        + "&password="
                        + encoded(password)))
            .build(),
        BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
