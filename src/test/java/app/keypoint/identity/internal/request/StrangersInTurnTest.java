package app.keypoint.identity.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Who waits while strangers have all turns that there are. */
@ServiceTest
class StrangersInTurnTest {

  @Autowired Fixtures fixtures;

  @Test
  void whoHasSignedInNeverWaits_aStrangerDoes() throws Exception {
    Turns turns = new Turns(1, 10, Duration.ofMillis(50), Duration.ofMinutes(1));
    StrangersInTurn filter = new StrangersInTurn(turns);
    try (Turns.Turn _ = turns.take("crowd").orElseThrow()) {
      assertThat(through(filter, signedIn())).isEqualTo(200);
      assertThat(through(filter, new MockHttpServletRequest("GET", "/sign-in"))).isEqualTo(503);
    }
    assertThat(through(filter, new MockHttpServletRequest("GET", "/sign-in"))).isEqualTo(200);
  }

  private MockHttpServletRequest signedIn() {
    Account learner = fixtures.learner();
    fixtures.signIn(learner);
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request
        .getSession()
        .setAttribute(
            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
            SecurityContextHolder.getContext());
    return request;
  }

  private static int through(StrangersInTurn filter, MockHttpServletRequest request)
      throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
