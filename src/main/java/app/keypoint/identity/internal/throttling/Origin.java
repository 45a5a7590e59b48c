package app.keypoint.identity.internal.throttling;

import java.util.Optional;

/**
 * Where an attempt comes from.
 *
 * @param address the network address
 * @param device the browser, if the account in question has signed in with it before
 */
public record Origin(String address, Optional<String> device) {

  /** A browser that the account has not signed in with. */
  static Origin strange(String address) {
    return new Origin(address, Optional.empty());
  }
}
