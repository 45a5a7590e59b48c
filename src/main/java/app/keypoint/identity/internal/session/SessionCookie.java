package app.keypoint.identity.internal.session;

import app.keypoint.identity.BaseAddress;
import jakarta.servlet.ServletContext;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Where people reach Keypoint by TLS, browsers keep the session's cookie to TLS and to this very
 * host: they refuse a cookie of this name from anywhere else.
 */
@Component
class SessionCookie implements ServletContextInitializer {

  static final String NAME = "__Host-keypoint";

  private final BaseAddress base;

  SessionCookie(BaseAddress base) {
    this.base = base;
  }

  @Override
  public void onStartup(ServletContext context) {
    if (base.secure()) {
      context.getSessionCookieConfig().setName(NAME);
      context.getSessionCookieConfig().setSecure(true);
      context.getSessionCookieConfig().setPath("/");
    }
  }
}
