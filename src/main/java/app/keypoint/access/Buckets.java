package app.keypoint.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderCapacityStage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A bucket of tokens per key. It starts full and fills again, so nobody waits for good. Full and
 * long unused buckets are forgotten, and at most {@link #MAX_KEYS} are kept.
 */
public final class Buckets<K> {

  private static final int MAX_KEYS = 100_000;

  private final LoadingCache<K, Bucket> buckets;

  /**
   * Buckets that fill evenly.
   *
   * @param capacity tokens of a full bucket, at least 1
   * @param refill how long an empty bucket takes to fill
   */
  public Buckets(int capacity, Duration refill, Clock clock) {
    this(limit -> limit.capacity(capacity).refillGreedy(capacity, refill), refill, clock);
  }

  private Buckets(
      Function<BandwidthBuilderCapacityStage, BandwidthBuilderBuildStage> limit,
      Duration refill,
      Clock clock) {
    TimeMeter meter = new ClockMeter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterAccess(refill)
            .ticker(meter::currentTimeNanos)
            .executor(Runnable::run) // by the clock of whoever asks
            .build(_ -> Bucket.builder().withCustomTimePrecision(meter).addLimit(limit).build());
  }

  /**
   * Buckets that are full again all at once, so that nobody gets more in a period than they hold.
   *
   * @param capacity tokens of a full bucket, at least 1
   * @param period from the first token on
   */
  public static <K> Buckets<K> atOnce(int capacity, Duration period, Clock clock) {
    return new Buckets<>(
        limit -> limit.capacity(capacity).refillIntervally(capacity, period), period, clock);
  }

  /** Takes a token. Zero if there was one, or how long until there is. */
  public Duration take(K key) {
    var probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  /** Puts a token back. */
  public void giveBack(K key) {
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
