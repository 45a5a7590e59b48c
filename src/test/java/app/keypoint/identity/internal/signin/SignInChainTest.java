package app.keypoint.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Signing in by the form, through every filter and provider that stands behind it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class SignInChainTest {

  @Autowired Fixtures fixtures;
  @Autowired ConfigurableApplicationContext context;
  @LocalServerPort int port;

  private final List<Reason> failures = new CopyOnWriteArrayList<>();
  private Account learner;

  @BeforeEach
  void prepare() {
    learner = fixtures.learner();
    context.addApplicationListener(
        ApplicationListener.<SignInFailed>forPayload(failed -> failures.add(failed.reason())));
  }

  @Test
  void eachWrongPasswordIsLookedAtOnceAndTheSixthNotAtAll() {
    RawBrowser browser = new RawBrowser(port);
    for (int i = 0; i < 6; i++) {
      browser.signIn(learner.username(), "guess " + i);
    }
    assertThat(failures.subList(0, 5)).isEqualTo(Collections.nCopies(5, Reason.CREDENTIALS));
    assertThat(failures.subList(5, failures.size())).containsExactly(Reason.THROTTLED);
  }
}
