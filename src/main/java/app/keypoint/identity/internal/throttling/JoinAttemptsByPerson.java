package app.keypoint.identity.internal.throttling;

import app.keypoint.access.Audience;
import app.keypoint.access.Buckets;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.JoinAttempts;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.identity.internal.session.BrowserRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Few for an account; more for a network, since a whole class joins from one, and enough that a
 * class may mistype.
 */
@Component
@OpenTo(Audience.FEATURES)
class JoinAttemptsByPerson implements JoinAttempts {

  private static final String TRIED = JoinAttempts.class.getName();
  private static final Duration NEXT_REQUEST = Duration.ofSeconds(1);

  private final Buckets<Long> people;
  private final Buckets<String> networks;
  private final BrowserRequest browser;

  JoinAttemptsByPerson(BrowserRequest browser, Clock clock) {
    this.people = new Buckets<>(5, Duration.ofMinutes(10), clock);
    this.networks = new Buckets<>(100, Duration.ofMinutes(10), clock);
    this.browser = browser;
  }

  @Override
  public void before(long accountId) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      if (request.getAttribute(TRIED, RequestAttributes.SCOPE_REQUEST) != null) {
        throw new TooManyAttempts(NEXT_REQUEST);
      }
      request.setAttribute(TRIED, true, RequestAttributes.SCOPE_REQUEST);
    }
    take(people, accountId);
    try {
      take(networks, network());
    } catch (TooManyAttempts e) {
      people.giveBack(accountId);
      throw e;
    }
  }

  @Override
  public void wasRight(long accountId) {
    people.giveBack(accountId);
    networks.giveBack(network());
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.removeAttribute(TRIED, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private String network() {
    return Throttle.network(browser.address());
  }

  private static <K> void take(Buckets<K> buckets, K key) {
    Duration wait = buckets.take(key);
    if (!wait.isZero()) {
      throw new TooManyAttempts(wait);
    }
  }
}
