package app.keypoint.insight.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSameSeedGivesTheSameWorkload(boolean fsrs) {
    Plan plan = plan(500, 10, null, fsrs, 0.9, 1);
    assertThat(run(plan)).isEqualTo(run(plan));
    assertThat(run(plan)).isNotEqualTo(run(plan(500, 10, null, fsrs, 0.9, 2)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void daysAddUp(boolean fsrs) {
    Workload workload = run(plan(1_000, 10, null, fsrs, 0.9, 1));
    assertThat(workload.days()).hasSize(365);
    assertThat(workload.introduced()).isEqualTo(1_000);
    assertThat(workload.notBegun()).isZero();
    assertThat(workload.days().get(99).introduced()).isEqualTo(10);
    assertThat(workload.days().get(100).introduced()).isZero();
    int introduced = 0;
    for (Workload.Day day : workload.days()) {
      introduced += day.introduced();
      assertThat(day.answers()).isGreaterThanOrEqualTo(day.reviews() + day.introduced());
      assertThat(day.minutes()).isEqualTo(day.answers() / 6.0, within(1e-9));
      assertThat(day.remembered()).isBetween(introduced * 0.7, (double) introduced);
      assertThat(day.waiting()).isZero();
    }
    assertThat(workload.days().get(workload.peak()).answers())
        .isEqualTo(workload.days().stream().mapToInt(Workload.Day::answers).max().orElseThrow());
    assertThat(workload.meanMinutes()).isEqualTo(workload.answers() / 6.0 / 365, within(1e-9));
    assertThat(workload.meanReviews()).isBetween(10.0, 60.0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theLimitHoldsEveryDay(boolean fsrs) {
    Workload limited = run(plan(1_000, 20, 15, fsrs, 0.9, 1));
    assertThat(limited.days()).allSatisfy(day -> assertThat(day.reviews()).isLessThanOrEqualTo(15));
    assertThat(limited.days()).anySatisfy(day -> assertThat(day.waiting()).isPositive());
    assertThat(limited.remembered())
        .isLessThan(run(plan(1_000, 20, null, fsrs, 0.9, 1)).remembered());
  }

  @Test
  void wantingToRememberMoreCostsMoreAndGivesMore() {
    Workload low = run(plan(1_000, 20, null, true, 0.8, 1));
    Workload middle = run(plan(1_000, 20, null, true, 0.9, 1));
    Workload high = run(plan(1_000, 20, null, true, 0.95, 1));
    assertThat(List.of(low.meanReviews(), middle.meanReviews(), high.meanReviews())).isSorted();
    assertThat(List.of(low.remembered(), middle.remembered(), high.remembered())).isSorted();
    assertThat(high.meanReviews()).isGreaterThan(1.5 * low.meanReviews());
    assertThat(middle.remembered() / 1_000).isBetween(0.9, 0.99);
  }

  @Test
  void withoutNewCardsNothingHappens() {
    Workload workload = run(plan(1_000, 0, null, true, 0.9, 1));
    assertThat(workload.answers()).isZero();
    assertThat(workload.remembered()).isZero();
    assertThat(workload.meanMinutes()).isZero();
    assertThat(workload.notBegun()).isEqualTo(1_000);
  }

  @Test
  void aLoneCardOfOneDay() {
    Workload workload = run(new Plan(1, 1, null, false, 0.9, TEN_SECONDS, 1, 5));
    assertThat(workload.days()).hasSize(1);
    assertThat(workload.remembered()).isEqualTo(1, within(1e-9));
  }

  @Test
  void tellsProgressDayByDay() {
    List<Double> told = new ArrayList<>();
    Simulator.simulate(new Plan(10, 1, null, true, 0.9, TEN_SECONDS, 4, 1), told::add, () -> false);
    assertThat(told).containsExactly(0.25, 0.5, 0.75, 1.0);
  }

  @Test
  void cancellingStopsEarly() {
    AtomicInteger days = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Simulator.simulate(
                    plan(20_000, 100, null, true, 0.9, 1),
                    share -> days.incrementAndGet(),
                    () -> days.get() == 3))
        .isInstanceOf(CancellationException.class);
    assertThat(days).hasValue(3);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertRefused("Cards: 1..20000 but is 0", () -> plan(0, 1, null, true, 0.9, 1));
    assertRefused("but is 20001", () -> plan(20_001, 1, null, true, 0.9, 1));
    assertRefused("New cards a day", () -> plan(1, -1, null, true, 0.9, 1));
    assertRefused("Reviews a day", () -> plan(1, 1, 0, true, 0.9, 1));
    assertRefused("retention", () -> plan(1, 1, null, true, 0.5, 1));
    assertRefused("retention", () -> plan(1, 1, null, true, Double.NaN, 1));
    assertRefused("Days", () -> new Plan(1, 1, null, true, 0.9, TEN_SECONDS, 0, 1));
    assertRefused("time", () -> new Plan(1, 1, null, true, 0.9, Duration.ZERO, 1, 1));
    assertRefused("time", () -> new Plan(1, 1, null, true, 0.9, Duration.ofHours(1), 1, 1));
  }

  @Test
  void theOtherScheduler() {
    Plan plan = plan(10, 1, 5, true, 0.9, 1);
    assertThat(plan.withOtherScheduler()).isEqualTo(plan(10, 1, 5, false, 0.9, 1));
  }

  /** Generous, so that only a scan of all cards for each answer would fail it; by no clock. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aYearOfAThousandCardsIsQuick(boolean fsrs) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    run(plan(1_000, 10, null, fsrs, 0.9, 1));
    Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(taken).isLessThan(Duration.ofSeconds(5));
  }

  private static void assertRefused(String message, Runnable construction) {
    assertThatThrownBy(construction::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static Workload run(Plan plan) {
    return Simulator.simulate(plan, share -> {}, () -> false);
  }

  private static Plan plan(
      int cards, int newPerDay, @Nullable Integer limit, boolean fsrs, double wanted, long seed) {
    return new Plan(cards, newPerDay, limit, fsrs, wanted, TEN_SECONDS, 365, seed);
  }
}
