package app.keypoint.identity.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditSearch;
import app.keypoint.audit.AuditSearch.Filter;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.MovedClock;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Sessions end although their page stays open. */
@ServiceTest
class SessionLimitsTest {

  private static final SessionTimes TIMES =
      new SessionTimes(Duration.ofMinutes(10), Duration.ofMinutes(60), Duration.ofHours(12));

  @Autowired AccountRepository accounts;
  @Autowired OpenSessions open;
  @Autowired Fixtures fixtures;
  @Autowired AuditSearch log;

  private final MovedClock clock = new MovedClock();
  private final StrangersSessions strangers = new StrangersSessions(10);
  private final MockHttpSession session = new MockHttpSession();
  private SessionLimits limits;
  private Account learner;

  @BeforeEach
  void aSessionThatSomebodySignsInTo() throws Exception {
    limits = new SessionLimits(strangers, open, TIMES, clock);
    request("");
    assertThat(session.getMaxInactiveInterval()).isEqualTo(600);
    assertThat(strangers.count()).isEqualTo(1);
    learner = fixtures.learner();
    session.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new AsAccount(accounts).session(learner));
    request("");
    assertThat(session.getMaxInactiveInterval()).isEqualTo(3600);
    assertThat(strangers.count()).isZero();
  }

  @Test
  void aPageThatMerelyStaysOpenDoesNotKeepItsSession() throws Exception {
    for (int i = 0; i < 12; i++) {
      clock.pass(Duration.ofMinutes(5));
      request("v-r=heartbeat&v-uiId=0");
      assertThat(session.isInvalid()).isFalse();
    }
    clock.pass(Duration.ofMinutes(5));
    request("v-r=heartbeat&v-uiId=0");
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void useKeepsItUntilItIsOld() throws Exception {
    for (int i = 0; i < 24; i++) {
      clock.pass(Duration.ofMinutes(30));
      request("v-r=uidl&v-uiId=0");
      assertThat(session.isInvalid()).isFalse();
    }
    clock.pass(Duration.ofMinutes(1));
    request("v-r=uidl&v-uiId=0");
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void oneSessionTooManyEndsTheOneThatWasUnusedForLongest() throws Exception {
    List<MockHttpSession> others = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      clock.pass(Duration.ofSeconds(1));
      others.add(another(learner));
    }
    clock.pass(Duration.ofSeconds(1));
    request("v-r=uidl&v-uiId=0");
    another(fixtures.learner());
    assertThat(others).as("twenty of one account").noneMatch(MockHttpSession::isInvalid);
    assertThat(ended()).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    MockHttpSession last = another(learner);
    assertThat(others.getFirst().isInvalid()).isTrue();
    assertThat(others.subList(1, 19)).noneMatch(MockHttpSession::isInvalid);
    assertThat(session.isInvalid() || last.isInvalid()).as("used since, and new").isFalse();
    assertThat(ended())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo(learner.username());
              assertThat(entry.detail()).isEqualTo("1");
            });
  }

  @Test
  void visitorsOfTheDemonstrationDoNotEndEachOthersSessions() throws Exception {
    PropertySource<?> demo =
        new YamlPropertySourceLoader()
            .load("demo", new ClassPathResource("application-demo.yaml"))
            .getFirst();
    assertThat(demo.getProperty("keypoint.session.of-account")).isEqualTo(1000);
  }

  private List<AuditEntry> ended() {
    Account reader = fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
    return new AsAccount(accounts)
        .call(
            reader,
            () ->
                log.page(
                    new Filter(learner.username(), AuditKind.SESSIONS_ENDED, null, null),
                    0,
                    AuditSearch.MAX_PAGE));
  }

  private MockHttpSession another(Account account) throws Exception {
    MockHttpSession another = new MockHttpSession();
    another.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new AsAccount(accounts).session(account));
    request(another, "");
    return another;
  }

  private void request(String query) throws Exception {
    request(session, query);
  }

  private void request(MockHttpSession session, String query) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setQueryString(query);
    request.setSession(session);
    limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }
}
