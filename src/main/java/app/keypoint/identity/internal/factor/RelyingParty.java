package app.keypoint.identity.internal.factor;

import java.net.URI;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * Who asks for passkeys: the host of {@code KEYPOINT_BASE_URL}, or this machine. Never the Host
 * header. Browsers have passkeys on https and on localhost alone.
 */
@Component
class RelyingParty {

  private final PasskeyRecords records;
  private final Environment environment;

  RelyingParty(PasskeyRecords records, Environment environment) {
    this.records = records;
    this.environment = environment;
  }

  /** Whether browsers will have passkeys for this server. */
  boolean isPossible() {
    URI origin = origin();
    String host = origin.getHost();
    return host != null
        && (host.equals("localhost")
            || ("https".equals(origin.getScheme()) && !host.matches("[\\d.]+|\\[.*]")));
  }

  PublicKeyCredentialRpEntity entity() {
    return PublicKeyCredentialRpEntity.builder().id(origin().getHost()).name("Keypoint").build();
  }

  /** What checks answers; cheap to make, and the port is known only once the server runs. */
  WebAuthnRelyingPartyOperations operations() {
    return new Webauthn4JRelyingPartyOperations(
        records, records, entity(), Set.of(origin().toString()));
  }

  /** As browsers write it: without a path, and without the port that goes without saying. */
  private URI origin() {
    String configured = environment.getProperty("keypoint.base-url", "").strip();
    if (configured.isEmpty()) {
      String port =
          environment.getProperty(
              "local.server.port", environment.getProperty("server.port", "8080"));
      return URI.create("http://localhost" + ("80".equals(port) ? "" : ":" + port));
    }
    URI base = URI.create(configured);
    boolean usual =
        base.getPort() == -1 || base.getPort() == ("https".equals(base.getScheme()) ? 443 : 80);
    return URI.create(
        base.getScheme() + "://" + base.getHost() + (usual ? "" : ":" + base.getPort()));
  }
}
