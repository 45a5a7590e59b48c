package app.keypoint.identity.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A bucket of tokens per key. It starts full and fills again evenly, so nobody waits for good. Full
 * and long unused buckets are forgotten, and at most {@link #MOST_KEYS} are kept.
 */
class Buckets<K> {

  private static final int MOST_KEYS = 100_000;

  private final LoadingCache<K, Bucket> buckets;

  /**
   * @param capacity tokens of a full bucket, at least 1
   * @param refill how long an empty bucket takes to fill
   */
  Buckets(int capacity, Duration refill, Clock clock) {
    TimeMeter meter = new ClockMeter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(refill)
            .ticker(meter::currentTimeNanos)
            .build(
                key ->
                    Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                        .build());
  }

  /** Takes a token. Zero if there was one, or how long until there is. */
  Duration take(K key) {
    var probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  /** Puts a token back. */
  void giveBack(K key) {
    buckets.get(key).addTokens(1);
  }

  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
