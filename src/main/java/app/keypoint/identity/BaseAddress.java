package app.keypoint.identity;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people find Keypoint, for what is read outside of it. Never taken from a request, whose
 * Host header may be anybody's choice.
 */
@Component
public class BaseAddress {

  private final Environment environment;

  BaseAddress(Environment environment) {
    this.environment = environment;
  }

  /** Whether somebody said where, so that the address is good on other machines too. */
  public boolean known() {
    return !configured().isEmpty();
  }

  /** Whether people reach Keypoint by TLS, which a proxy speaks. */
  public boolean secure() {
    return configured().startsWith("https://");
  }

  /** The address of a path that starts with a slash. */
  public String of(String path) {
    return (known() ? configured() : thisMachine()) + path;
  }

  private String configured() {
    return environment.getProperty("keypoint.base-url", "").strip().replaceFirst("/+$", "");
  }

  /** The port is known once the server runs, and may have been chosen by the system. */
  private String thisMachine() {
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return "http://localhost:"
        + port
        + environment.getProperty("server.servlet.context-path", "").replaceFirst("/+$", "");
  }
}
