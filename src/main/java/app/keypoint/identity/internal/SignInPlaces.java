package app.keypoint.identity.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.ProxyCheck;
import app.keypoint.identity.SignedIn;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Notices when everybody seems to sit in one place, which is then a proxy's. */
@Service
@OpenTo(Audience.ADMINISTRATORS)
class SignInPlaces implements ProxyCheck {

  /** So many people do not share one private address by chance. */
  private static final int MANY = 10;

  private static final Logger log = LoggerFactory.getLogger(SignInPlaces.class);

  private final BrowserRequest browser;
  private final Set<Long> accounts = new HashSet<>();
  private @Nullable String only;
  private boolean several;

  SignInPlaces(BrowserRequest browser) {
    this.browser = browser;
  }

  @Override
  public synchronized Optional<String> onlyAddress() {
    return several || accounts.size() < MANY ? Optional.empty() : Optional.ofNullable(only);
  }

  @EventListener
  @OpenTo(Audience.ANYBODY)
  void on(SignedIn event) {
    note(event.accountId(), browser.address());
  }

  private synchronized void note(long accountId, String address) {
    if (several) {
      return;
    }
    if (!isPrivate(address) || (only != null && !only.equals(address))) {
      several = true;
      accounts.clear();
      return;
    }
    only = address;
    if (accounts.size() < MANY && accounts.add(accountId) && accounts.size() == MANY) {
      log.warn(
          "All sign-ins come from {}. If that is a proxy, name it in KEYPOINT_PROXIES, or whoever"
              + " guesses a password keeps everybody out",
          address);
    }
  }

  private static boolean isPrivate(String address) {
    try {
      InetAddress place = InetAddress.ofLiteral(address);
      return place.isSiteLocalAddress()
          || place.isLoopbackAddress()
          || place.isLinkLocalAddress()
          || (place.getAddress()[0] & 0xfe) == 0xfc;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
