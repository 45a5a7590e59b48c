package app.keypoint.support.races;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of two that race: a thread whose statements are watched, and which may have to stop. */
final class Racer {

  /** Whose statements the thread's connections tell of; unbound in all that does not race. */
  static final ScopedValue<Racer> PRESENT = ScopedValue.newInstance();

  private final String name;
  private final @Nullable Point point;
  private final Lock lock;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Set<Long> sessions = ConcurrentHashMap.newKeySet();
  private volatile String doing = "nothing yet";
  private volatile Outcome outcome = Outcome.of("never ended");
  private boolean locked;

  /**
   * @param point where it stops, or null to go through
   */
  Racer(String name, @Nullable Point point, Lock lock) {
    this.name = name;
    this.point = point;
    this.lock = lock;
  }

  void start(Callable<?> action) {
    Thread.ofPlatform()
        .name("race-" + name)
        .daemon()
        .start(
            () -> {
              outcome = ScopedValue.where(PRESENT, this).call(() -> Outcome.of(action));
              ended.countDown();
              stopped.countDown();
            });
  }

  void opened(long session) {
    sessions.add(session);
  }

  void closed(long session) {
    sessions.remove(session);
  }

  void before(String statement) {
    doing = "runs " + statement;
    if (lock.takenBy(statement)) {
      stopAt(Point.BEFORE_LOCK);
      doing = "runs " + statement;
    }
  }

  void after(String statement) {
    doing = "ran " + statement;
    if (lock.takenBy(statement)) {
      locked = true;
      stopAt(Point.AFTER_LOCK);
    }
  }

  void beforeCommit() {
    doing = "commits";
    if (locked) {
      stopAt(Point.BEFORE_COMMIT);
    }
  }

  private void stopAt(Point here) {
    if (here != point || stopped.getCount() == 0) {
      return;
    }
    doing = "stands " + here;
    stopped.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while it stood " + here, e);
    }
  }

  void release() {
    released.countDown();
  }

  /** Waits until it stands at its point; false when time is over. */
  boolean stands(long millis) throws InterruptedException {
    return stopped.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits for its end; false when time is over. */
  boolean ended(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }

  Outcome outcome() {
    return outcome;
  }

  Set<Long> sessions() {
    return sessions;
  }

  @Override
  public String toString() {
    return "%s (sessions %s) %s".formatted(name, sessions, doing);
  }
}
