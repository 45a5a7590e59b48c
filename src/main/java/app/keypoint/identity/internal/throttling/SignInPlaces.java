package app.keypoint.identity.internal.throttling;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.LastEntries;
import app.keypoint.identity.internal.request.TrustedProxies;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.signin.ProxyCheck;
import app.keypoint.identity.signin.SignedIn;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
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
  private final LastEntries onRecord;
  private final TrustedProxies proxies;
  private final Set<Long> accounts = new HashSet<>();
  private @Nullable String only;
  private boolean several;

  SignInPlaces(BrowserRequest browser, LastEntries onRecord, TrustedProxies proxies) {
    this.browser = browser;
    this.onRecord = onRecord;
    this.proxies = proxies;
  }

  /** A server that starts anew each day may never see so many: the record has those before. */
  @EventListener(ApplicationReadyEvent.class)
  @OpenTo(Audience.ANYBODY)
  void lookBack() {
    List<AuditEntry> last = onRecord.last(AuditKind.SIGNED_IN, LastEntries.MAX);
    Set<String> places = last.stream().map(AuditEntry::address).collect(Collectors.toSet());
    long people = last.stream().map(AuditEntry::actor).distinct().count();
    if (places.size() == 1 && people >= MANY) {
      String place = places.iterator().next();
      // Since it was named the record goes on with the addresses behind it.
      if (isPrivate(place) && !proxies.trusts(place)) {
        warn(place);
      }
    }
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
      warn(address);
    }
  }

  private static void warn(String address) {
    log.warn(
        "All sign-ins come from {}. If that is a proxy, name it in KEYPOINT_PROXIES, or whoever"
            + " guesses a password keeps everybody out",
        address);
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
