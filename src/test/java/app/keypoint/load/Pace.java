package app.keypoint.load;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a learner does the next thing. */
interface Pace {

  /**
   * Waits for it.
   *
   * @return the moment at which it was to begin, by {@link System#nanoTime}
   */
  long next() throws InterruptedException;

  /** At once: who is answered sooner asks sooner. */
  static Pace hurried() {
    return System::nanoTime;
  }

  /**
   * After thinking for a while of their own, however long the answer before took: a server that
   * falls behind is asked no less for it, and what a learner waits counts from the moment meant.
   */
  static Pace thinking(Duration least, Duration most) {
    long[] due = {System.nanoTime() + random(Duration.ZERO, most)};
    boolean[] begun = {false};
    return () -> {
      if (begun[0]) {
        due[0] += random(least, most);
      }
      begun[0] = true;
      long left = due[0] - System.nanoTime();
      if (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
      }
      return due[0];
    };
  }

  private static long random(Duration least, Duration most) {
    return least.equals(most)
        ? least.toNanos()
        : ThreadLocalRandom.current().nextLong(least.toNanos(), most.toNanos());
  }
}
