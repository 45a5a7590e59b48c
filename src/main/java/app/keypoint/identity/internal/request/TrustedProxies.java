package app.keypoint.identity.internal.request;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes forwarded headers of the proxies that are named, and of nobody else: whoever chooses the
 * address that a request seems to come from goes round the throttling.
 */
@Component
public class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final Logger log = LoggerFactory.getLogger(TrustedProxies.class);

  private final List<String> addresses;

  /**
   * @param named addresses of proxies, without names or ranges
   */
  TrustedProxies(
      @Value("${keypoint.proxies:}") List<String> named,
      @Value("${server.forward-headers-strategy:none}") String strategy) {
    if (!strategy.equalsIgnoreCase("none")) {
      throw new IllegalStateException(
          "SERVER_FORWARD_HEADERS_STRATEGY believes every private address; name the proxy in"
              + " KEYPOINT_PROXIES instead");
    }
    this.addresses =
        named.stream()
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .map(address -> InetAddress.ofLiteral(address).getHostAddress())
            .toList();
  }

  boolean any() {
    return !addresses.isEmpty();
  }

  /** Whether what comes from an address is believed to tell of another one. */
  public boolean trusts(String address) {
    return addresses.contains(address);
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    log.info(
        "Forwarded headers are believed of {}", any() ? String.join(", ", addresses) : "nobody");
    if (any()) {
      RemoteIpValve valve = new RemoteIpValve();
      valve.setRemoteIpHeader("X-Forwarded-For");
      valve.setProtocolHeader("X-Forwarded-Proto");
      valve.setInternalProxies(
          addresses.stream().map(Pattern::quote).collect(Collectors.joining("|")));
      tomcat.addEngineValves(valve);
    }
  }
}
