package app.keypoint.identity.internal.throttling;

import app.keypoint.access.Buckets;
import app.keypoint.identity.TooManyAttempts;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. An attempt takes its tokens before it is looked at, so that attempts at the
 * same time cannot all pass, and gets them back when it was right. Why there are these buckets and
 * no others: docs/adr/0030-throttling.md.
 */
@Component
public class Throttle {

  /** One account from one place, which is a browser or a network. */
  private record Pair(String account, String place) {}

  private final Buckets<Pair> devices;
  private final Buckets<Pair> pairs;
  private final Buckets<String> strangers;
  private final Buckets<String> networks;
  private final Buckets<String> registrations;
  private final Buckets<String> joinCodes;

  /** Where accounts have signed in: there, what others tried does not count against them. */
  private final Cache<Pair, Boolean> familiar = Caffeine.newBuilder().maximumSize(100_000).build();

  /** Which accounts were tried from where without success: each took one token of its network. */
  private final Buckets<Pair> tried;

  public Throttle(Clock clock) {
    devices = new Buckets<>(5, Duration.ofMinutes(5), clock);
    pairs = new Buckets<>(5, Duration.ofMinutes(5), clock);
    strangers = new Buckets<>(20, Duration.ofHours(1), clock);
    networks = new Buckets<>(50, Duration.ofMinutes(10), clock);
    tried = new Buckets<>(1, Duration.ofMinutes(10), clock);
    registrations = new Buckets<>(60, Duration.ofHours(1), clock);
    joinCodes = new Buckets<>(10, Duration.ofMinutes(10), clock);
  }

  /**
   * Before a password is looked at.
   *
   * @throws TooManyAttempts when it should not be
   */
  public void beforePassword(String account, Origin origin) {
    if (origin.device().isPresent()) {
      take(devices, new Pair(account, origin.device().get()));
      return;
    }
    Pair pair = new Pair(account, network(origin.address()));
    take(pairs, pair);
    if (familiar.getIfPresent(pair) == null) {
      try {
        takeAsStranger(pair);
      } catch (TooManyAttempts e) {
        pairs.giveBack(pair);
        throw e;
      }
    }
  }

  private void takeAsStranger(Pair pair) {
    take(strangers, pair.account());
    boolean first = tried.take(pair).isZero();
    if (first) {
      try {
        take(networks, pair.place());
      } catch (TooManyAttempts e) {
        tried.giveBack(pair);
        strangers.giveBack(pair.account());
        throw e;
      }
    }
  }

  /** After a password was right. */
  public void passwordWasRight(String account, Origin origin) {
    if (origin.device().isPresent()) {
      devices.giveBack(new Pair(account, origin.device().get()));
      return;
    }
    Pair pair = new Pair(account, network(origin.address()));
    pairs.giveBack(pair);
    if (familiar.getIfPresent(pair) == null) {
      strangers.giveBack(account);
      tried.giveBack(pair);
      networks.giveBack(pair.place());
      familiar.put(pair, true);
    }
  }

  /**
   * Before somebody registers.
   *
   * @throws TooManyAttempts when too many did from there
   */
  public void beforeRegistration(String address) {
    take(registrations, network(address));
  }

  /**
   * Before a newcomer's join code is looked up.
   *
   * @throws TooManyAttempts when too many were wrong
   */
  public void beforeJoinCode(String address) {
    take(joinCodes, network(address));
  }

  /** After a newcomer's join code was right. */
  public void joinCodeWasRight(String address) {
    joinCodes.giveBack(network(address));
  }

  /** An IPv6 customer has a whole /64 to choose addresses from, so that prefix is one address. */
  public static String network(String address) {
    try {
      if (InetAddress.ofLiteral(address) instanceof Inet6Address v6) {
        return HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), 8));
      }
      return address;
    } catch (IllegalArgumentException e) {
      // A Unix socket or a test has no address; then all share one network.
      return address;
    }
  }

  private static <K> void take(Buckets<K> buckets, K key) {
    Duration wait = buckets.take(key);
    if (!wait.isZero()) {
      throw new TooManyAttempts(wait);
    }
  }
}
