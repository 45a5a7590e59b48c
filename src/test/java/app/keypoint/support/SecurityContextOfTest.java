package app.keypoint.support;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Each application context brings its own holder of who is signed in, and the one made last would
 * serve all: gives a test that of its own context.
 */
public class SecurityContextOfTest implements TestExecutionListener, Ordered {

  @Override
  public int getOrder() {
    return 3_000; // after the context is there, before anything signs in
  }

  @Override
  public void beforeTestMethod(TestContext test) {
    test.getApplicationContext()
        .getBeanProvider(SecurityContextHolderStrategy.class)
        .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
  }

  /** Whoever one test signed in is not there in the next. */
  @Override
  public void afterTestMethod(TestContext test) {
    SecurityContextHolder.clearContext();
  }
}
