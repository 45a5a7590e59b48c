package app.keypoint.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Milliseconds; other work on the machine makes the median longer and hardly the fastest. */
record Taken(double median, double fastest) {

  /** Of times that were taken of the same. */
  static Taken of(Collection<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    double milli = TimeUnit.MILLISECONDS.toNanos(1);
    return new Taken(sorted.get(sorted.size() / 2) / milli, sorted.getFirst() / milli);
  }
}
