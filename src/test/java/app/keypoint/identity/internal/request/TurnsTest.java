package app.keypoint.identity.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keypoint.identity.internal.request.Turns.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void oneWorksAndTheNextWaits() throws Exception {
    Turns turns = new Turns(1, 10, LONG, LONG);
    Turn first = turns.take("a").orElseThrow();
    CompletableFuture<Optional<Turn>> second = take(turns, "a");
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS));
    first.close();
    assertThat(second.get(1, TimeUnit.MINUTES)).isPresent();
  }

  @Test
  void aCrowdOfOneNetworkIsOneOfThoseWhoWait() throws Exception {
    Turns turns = new Turns(1, 100, LONG, LONG);
    Turn first = turns.take("crowd").orElseThrow();
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(work(turns, "crowd", order));
    }
    all.add(work(turns, "somebody", order));
    first.close();
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
    assertThat(order.indexOf("somebody")).isLessThanOrEqualTo(1);
    assertThat(order).hasSize(21);
  }

  @Test
  void tooManyOfOneNetworkSendTheirOwnAway() throws Exception {
    Turns turns = new Turns(1, 3, LONG, LONG);
    Turn first = turns.take("crowd").orElseThrow();
    List<CompletableFuture<Optional<Turn>>> crowd =
        List.of(take(turns, "crowd"), take(turns, "crowd"), take(turns, "crowd"));
    CompletableFuture<Optional<Turn>> somebody = take(turns, "somebody");
    var unused =
        CompletableFuture.anyOf(crowd.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
    long away =
        crowd.stream().filter(CompletableFuture::isDone).filter(f -> f.join().isEmpty()).count();
    assertThat(away).isEqualTo(1);
    first.close();
    // Whoever of the two networks is next, the other follows.
    Object next =
        CompletableFuture.anyOf(
                Stream.concat(Stream.of(somebody), crowd.stream())
                    .map(waiting -> waiting.thenCompose(TurnsTest::ifTaken))
                    .toArray(CompletableFuture[]::new))
            .get(1, TimeUnit.MINUTES);
    assertThat((Turn) next).isNotNull();
  }

  @Test
  void nobodyWaitsForGood() throws Exception {
    Turns turns = new Turns(1, 10, Duration.ofMillis(50), LONG);
    try (Turn _ = turns.take("a").orElseThrow()) {
      assertThat(turns.take("a")).isEmpty();
    }
    assertThat(turns.take("a")).as("the place that was given back").isPresent();
  }

  @Test
  void whoeverTakesLongNoLongerCounts() throws Exception {
    Turns turns = new Turns(1, 10, LONG, Duration.ofMillis(50));
    Turn slow = turns.take("a").orElseThrow();
    Turn second = turns.take("b").orElseThrow();
    slow.close();
    CompletableFuture<Optional<Turn>> third = take(turns, "c");
    second.close();
    assertThat(third.get(1, TimeUnit.MINUTES)).isPresent();
  }

  @Test
  void whoIsInterruptedTakesNoTurnAlong() throws Exception {
    Turns turns = new Turns(1, 10, LONG, LONG);
    Turn first = turns.take("a").orElseThrow();
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    var unused = turns.take("b");
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    waiting.interrupt();
    waiting.join();
    first.close();
    assertThat(take(turns, "c").get(1, TimeUnit.MINUTES)).isPresent();
  }

  /** Takes a turn in a thread of its own, which by the end has it, is sent away or waits. */
  private static CompletableFuture<Optional<Turn>> take(Turns turns, String network)
      throws InterruptedException {
    CompletableFuture<Optional<Turn>> taken = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    taken.complete(turns.take(network));
                  } catch (InterruptedException e) {
                    taken.completeExceptionally(e);
                  }
                });
    // With a time limit it waits for nothing but a turn.
    while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    return taken;
  }

  /** Ends with the turn; never where there is none. */
  private static CompletableFuture<Turn> ifTaken(Optional<Turn> turn) {
    return turn.map(CompletableFuture::completedFuture).orElseGet(CompletableFuture::new);
  }

  private static CompletableFuture<Void> work(Turns turns, String network, List<String> order)
      throws InterruptedException {
    return take(turns, network)
        .thenAccept(
            turn -> {
              order.add(network);
              turn.orElseThrow().close();
            });
  }
}
