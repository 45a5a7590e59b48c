package app.keypoint.support;

import com.vaadin.browserless.SpringBrowserlessTest;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.web.context.request.RequestContextHolder;

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
    if (!SpringBrowserlessTest.class.isAssignableFrom(test.getTestClass())) {
      // Spring gives every test a request. Services are called in the background too, where there
      // is none, and a request in which nobody is signed in is a stranger's.
      RequestContextHolder.resetRequestAttributes();
    }
  }

  /** Whoever one test signed in is not there in the next. */
  @Override
  public void afterTestMethod(TestContext test) {
    SecurityContextHolder.clearContext();
  }
}
