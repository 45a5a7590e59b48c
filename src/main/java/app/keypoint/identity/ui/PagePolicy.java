package app.keypoint.identity.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The page's content security policy: scripts run only with a number that is new for every page.
 * Vaadin evaluates the server's own instructions, hence 'unsafe-eval', and sets styles on elements,
 * hence 'unsafe-inline' for styles alone. See docs/adr/0031-content-security-policy.md.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

  private static final String POLICY =
      "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(PagePolicy::protect);
  }

  private static void protect(IndexHtmlResponse page) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String nonce = Base64.getEncoder().encodeToString(random);
    page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
    page.getVaadinResponse().setHeader("Content-Security-Policy", POLICY.formatted(nonce));
  }
}
