package app.keypoint.identity.internal.request;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Hangs up on whoever sends headers byte by byte. They take no thread, but Tomcat's timeout begins
 * anew with each byte, so a few thousand could hold all connections for days.
 */
@Component
class SlowHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final Duration grace;

  SlowHeaders(@Value("${keypoint.header-grace:20s}") Duration grace) {
    this.grace = grace;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    tomcat.setProtocol(HeadersInTime.class.getName());
    tomcat.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof HeadersInTime http) {
            http.setGrace(grace);
          }
        });
  }
}
