package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeavyWorkTest {

  private final HeavyWork heavy = new HeavyWork(1, Duration.ofMillis(20));

  @Test
  void whoFindsNoPlaceIsToldSoAndWhoHasTimeWaits() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(
            () ->
                heavy.inPlace(
                    () -> {
                      begun.countDown();
                      await(leave);
                      return "first";
                    }));
    await(begun);
    assertThatThrownBy(() -> heavy.inPlace(() -> "second")).isInstanceOf(HeavyWork.Full.class);
    CompletableFuture<String> patient =
        CompletableFuture.supplyAsync(() -> heavy.inTurn(1, () -> "patient"));
    assertThat(patient).isNotDone();
    leave.countDown();
    assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo("first");
    assertThat(patient.get(5, TimeUnit.SECONDS)).isEqualTo("patient");
  }

  @Test
  void oneAccountIsInLineOnce_andAgainWhenThatIsDone() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(
            () ->
                heavy.inTurn(
                    1,
                    () -> {
                      begun.countDown();
                      await(leave);
                      return "first";
                    }));
    await(begun);
    assertThatThrownBy(() -> heavy.inTurn(1, () -> "second"))
        .isInstanceOf(HeavyWork.UnderWay.class);
    CompletableFuture<String> other =
        CompletableFuture.supplyAsync(() -> heavy.inTurn(2, () -> "other"));
    assertThat(other).isNotDone();
    leave.countDown();
    assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo("first");
    assertThat(other.get(5, TimeUnit.SECONDS)).isEqualTo("other");
    assertThatThrownBy(
            () ->
                heavy.inTurn(
                    1,
                    () -> {
                      throw new IOException("of the work");
                    }))
        .hasMessage("of the work");
    assertThat(heavy.<String, IOException>inTurn(1, () -> "next")).isEqualTo("next");
  }

  @Test
  void aPlaceIsFreeAgainHoweverTheWorkEnds() throws Exception {
    assertThatThrownBy(
            () ->
                heavy.inPlace(
                    () -> {
                      throw new IOException("of the work");
                    }))
        .hasMessage("of the work");
    assertThat(heavy.<String, IOException>inPlace(() -> "next")).isEqualTo("next");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
