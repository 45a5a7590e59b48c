package app.keypoint.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

  private final MovedClock clock = new MovedClock();
  private final StrangersSessions strangers = new StrangersSessions(10);
  private final MockHttpSession session = new MockHttpSession();
  private SessionLimits limits;

  @BeforeEach
  void aSessionThatSomebodySignsInTo() throws Exception {
    limits = new SessionLimits(strangers, open, TIMES, clock);
    request("");
    assertThat(session.getMaxInactiveInterval()).isEqualTo(600);
    assertThat(strangers.count()).isEqualTo(1);
    Account learner = fixtures.learner();
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

  private void request(String query) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setQueryString(query);
    request.setSession(session);
    limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }
}
