package app.keypoint.identity.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SetupLinkTest {

  @Autowired AccountRepository repository;
  @Autowired AccountService accounts;
  @Autowired BrowserRequest browser;
  @Autowired Environment environment;
  @Autowired SetupLinks links;

  private SetupLink link;

  @BeforeEach
  void aServerWithoutAdministrators() {
    repository.saveAll(
        repository.findAll().stream()
            .filter(account -> account.role == Role.ADMINISTRATOR)
            .peek(account -> account.enabled = false)
            .toList());
    link = new SetupLink(repository, accounts, browser, environment, links);
  }

  @Test
  void theLinkOfTheLogMakesOneAdministrator(CapturedOutput output) {
    link.offer();
    String token = output.getOut().replaceFirst("(?s).*/setup/([\\w-]{43}) .*", "$1");
    assertThat(link.accepts(token)).isTrue();
    assertThat(create(token, Fixtures.PASSWORD).role()).isEqualTo(Role.ADMINISTRATOR);

    assertThat(link.accepts(token)).isFalse();
    assertThatThrownBy(() -> create(token, Fixtures.PASSWORD)).isInstanceOf(GoneException.class);
  }

  @Test
  void anotherTokenIsRefused() {
    assertThat(link.accepts("")).isFalse();
    String token = link.newToken();
    assertThat(link.accepts(token.substring(1))).isFalse();
    assertThat(link.accepts(link.newToken())).isTrue();
    assertThat(link.accepts(token)).isFalse();
  }

  @Test
  void theLinkOfAnotherServerOpensTheSameDoor() {
    SetupLink other = new SetupLink(repository, accounts, browser, environment, links);
    String token = link.newToken();
    String elsewhere = other.newToken();
    assertThat(other.accepts(token)).isTrue();
    assertThat(link.accepts(elsewhere)).isTrue();

    assertThat(create(elsewhere, Fixtures.PASSWORD).role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(other.accepts(token)).isFalse();
    assertThatThrownBy(
            () -> other.create(token, "root-2", "Root", Fixtures.PASSWORD, ZoneOffset.UTC))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void ofTwoOnTwoServersOneBecomesAdministrator() throws Exception {
    SetupLink other = new SetupLink(repository, accounts, browser, environment, links);
    String here = link.newToken();
    String elsewhere = other.newToken();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var results =
          threads.invokeAll(
              List.<Callable<Boolean>>of(
                  () -> becomesAdministrator(link, here),
                  () -> becomesAdministrator(other, elsewhere)));
      assertThat(results.stream().filter(result -> result.resultNow()).count()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatEndsTakesItsLinkWithIt() {
    String token = link.newToken();
    link.end();
    assertThat(new SetupLink(repository, accounts, browser, environment, links).accepts(token))
        .isFalse();
  }

  private static boolean becomesAdministrator(SetupLink link, String token) {
    try {
      String name = "root-" + UUID.randomUUID();
      var unused = link.create(token, name, "Root", Fixtures.PASSWORD, ZoneOffset.UTC);
      return true;
    } catch (GoneException e) {
      return false;
    }
  }

  @Test
  void aTypingErrorLeavesTheLinkGood() {
    String token = link.newToken();
    assertThatThrownBy(() -> create(token, "short")).isInstanceOf(InvalidInput.class);
    assertThat(link.accepts(token)).isTrue();
  }

  @Test
  void ofManyAtOnceOneBecomesAdministrator() throws Exception {
    String token = link.newToken();
    Callable<Boolean> attempt =
        () -> {
          try {
            create(token, Fixtures.PASSWORD);
            return true;
          } catch (GoneException e) {
            return false;
          }
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      var results = threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> attempt).toList());
      assertThat(results.stream().filter(result -> result.resultNow()).count()).isEqualTo(1);
    }
  }

  @Test
  void noLinkIsOfferedWhereThereIsAnAdministratorOrADemo(CapturedOutput output) {
    int before = output.getOut().length();
    new SetupLink(repository, accounts, browser, demo(), links).offer();
    create(link.newToken(), Fixtures.PASSWORD);
    link.offer();
    assertThat(output.getOut().substring(before)).doesNotContain("/setup/");
  }

  private static MockEnvironment demo() {
    MockEnvironment demo = new MockEnvironment();
    demo.setActiveProfiles("demo");
    return demo;
  }

  private Account create(String token, String password) {
    return link.create(token, "root-" + UUID.randomUUID(), "Root", password, ZoneOffset.UTC);
  }
}
