package app.keypoint.identity.signin;

import java.util.Optional;

/** Whether this server sees where its visitors are. */
public interface ProxyCheck {

  /**
   * The one private address from which all of many sign-ins since the start came. It is then most
   * likely a proxy's whose word is not believed, and all its visitors count as one.
   */
  Optional<String> onlyAddress();
}
