package app.keypoint.access;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Room for work that holds a learner's whole past in memory: as many at once as half of the
 * processors, two at least, so that one long import does not keep all others waiting. Requests run
 * on virtual threads, which would let any number of them fill the memory of all. Nothing that waits
 * for a network belongs in it: whoever reads slowly would keep everybody else out.
 */
@Component
public final class HeavyWork {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Semaphore places;
  private final Duration patience;

  /** Accounts whose work is done in turn, or waits for it. */
  private final Set<Long> inTurn = ConcurrentHashMap.newKeySet();

  /** As many places as the machine allows. */
  @Autowired
  public HeavyWork() {
    this(Math.max(2, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
  }

  /**
   * @param places how much is done at once
   * @param patience how long others wait for a place
   */
  public HeavyWork(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  /** There is no place at the moment. Nothing was done. */
  public static final class Full extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Full() {
      super("Too many are at it at once");
    }
  }

  /**
   * Does it in a place, and waits a moment for one.
   *
   * @throws Full when none becomes free
   * @throws E as the work does
   */
  public <T, E extends Exception> T inPlace(Work<T, E> work) throws E {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Full();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Full();
    }
    return andLeave(work);
  }

  /** An account has such work under way. Nothing was done. */
  public static final class UnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnderWay() {
      super("One of this account is under way");
    }
  }

  /**
   * Does it in a place, however long that takes: for what nobody waits for at a screen. Only one of
   * an account at a time, or those waiting in line would keep everybody else out.
   *
   * @throws UnderWay when there is another of that account
   * @throws E as the work does
   */
  public <T, E extends Exception> T inTurn(long accountId, Work<T, E> work) throws E {
    return alone(accountId, () -> patiently(work));
  }

  /**
   * Does it without a place, while the account has no other under way: for work that takes places
   * for its parts only, by {@link #patiently}.
   *
   * @throws UnderWay when there is another of that account
   * @throws E as the work does
   */
  public <T, E extends Exception> T alone(long accountId, Work<T, E> work) throws E {
    if (!inTurn.add(accountId)) {
      throw new UnderWay();
    }
    try {
      return work.call();
    } finally {
      inTurn.remove(accountId);
    }
  }

  /**
   * Does a part of what is done {@link #alone} in a place, however long it waits for one.
   *
   * @throws E as the work does
   */
  public <T, E extends Exception> T patiently(Work<T, E> work) throws E {
    places.acquireUninterruptibly();
    return andLeave(work);
  }

  private <T, E extends Exception> T andLeave(Work<T, E> work) throws E {
    try {
      return work.call();
    } finally {
      places.release();
    }
  }

  /** What is to be done. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {

    /** Does it. */
    T call() throws E;
  }
}
