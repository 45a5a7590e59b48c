package app.keypoint.identity.internal.request;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few work at a time. Of those who wait, one network comes after the other, so that a crowd
 * from one place stands in its own way and not in that of others.
 */
class Turns {

  private final int atOnce;
  private final int mostWaiting;
  private final Duration patience;
  private final Duration longest;

  /** Who waits, oldest first, by network; the network at the head is next. */
  private final Map<String, Deque<Waiter>> waiting = new LinkedHashMap<>();

  private int waiters;
  private int working;

  /**
   * @param atOnce how many may work at once, at least 1
   * @param mostWaiting how many may wait; one too many sends away the last of the network that has
   *     most
   * @param patience how long somebody waits at the most
   * @param longest after how long somebody who works no longer counts, because whoever takes so
   *     long waits for something
   */
  Turns(int atOnce, int mostWaiting, Duration patience, Duration longest) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
    this.patience = patience;
    this.longest = longest;
  }

  /** Leave to work, until it is closed. */
  final class Turn implements AutoCloseable {

    private final AtomicBoolean over = new AtomicBoolean();

    private Turn() {
      var unused =
          CompletableFuture.runAsync(
              this::close,
              CompletableFuture.delayedExecutor(
                  longest.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
    }

    @Override
    public void close() {
      if (over.compareAndSet(false, true)) {
        next();
      }
    }
  }

  private static final class Waiter {

    private final CountDownLatch called = new CountDownLatch(1);
    private boolean sentAway;
  }

  /** Waits for a turn; none when there are too many, or it takes too long. */
  Optional<Turn> take(String network) throws InterruptedException {
    Waiter waiter = new Waiter();
    if (!isFree(network, waiter)) {
      await(network, waiter);
    }
    return waiter.sentAway ? Optional.empty() : Optional.of(new Turn());
  }

  private synchronized boolean isFree(String network, Waiter waiter) {
    if (working < atOnce) {
      working++;
      return true;
    }
    waiting.computeIfAbsent(network, _ -> new ArrayDeque<>()).add(waiter);
    waiters++;
    if (waiters > mostWaiting) {
      sendSomebodyAway();
    }
    return false;
  }

  private void await(String network, Waiter waiter) throws InterruptedException {
    try {
      if (!waiter.called.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        giveUp(network, waiter);
      }
    } catch (InterruptedException e) {
      giveUp(network, waiter);
      if (!waiter.sentAway) {
        next(); // The turn that just came is somebody else's.
      }
      throw e;
    }
  }

  private synchronized void giveUp(String network, Waiter waiter) {
    Deque<Waiter> others = waiting.get(network);
    if (others != null && others.remove(waiter)) {
      waiters--;
      waiter.sentAway = true;
      if (others.isEmpty()) {
        waiting.remove(network);
      }
    }
  }

  private void sendSomebodyAway() {
    Map.Entry<String, Deque<Waiter>> largest =
        waiting.entrySet().stream()
            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
            .orElseThrow();
    Waiter last = largest.getValue().getLast();
    giveUp(largest.getKey(), last);
    last.called.countDown();
  }

  private synchronized void next() {
    Waiter waiter = poll();
    if (waiter == null) {
      working--;
    } else {
      waiter.called.countDown();
    }
  }

  private @Nullable Waiter poll() {
    Map.Entry<String, Deque<Waiter>> first = waiting.entrySet().stream().findFirst().orElse(null);
    if (first == null) {
      return null;
    }
    Deque<Waiter> others = waiting.remove(first.getKey());
    Waiter waiter = first.getValue().removeFirst();
    waiters--;
    if (others != null && !others.isEmpty()) {
      waiting.put(first.getKey(), others);
    }
    return waiter;
  }
}
