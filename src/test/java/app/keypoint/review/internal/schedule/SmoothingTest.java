package app.keypoint.review.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SmoothingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @Property
  void movesWithinATenthOfTheIntervalAndNeverAShortOne(
      @ForAll @IntRange(min = 0, max = 36_500) int interval,
      @ForAll @IntRange(min = 1, max = 100_000) int card,
      @ForAll @IntRange(min = 0, max = 50) int repetition) {
    LocalDate due =
        Smoothing.towardsLighterDays(card, Map.of()).smooth(TODAY, interval, repetition);
    long moved = Math.abs(due.toEpochDay() - TODAY.plusDays(interval).toEpochDay());
    if (interval < 3) {
      assertThat(moved).isZero();
    } else {
      assertThat(moved).isLessThanOrEqualTo(Math.clamp(interval / 10, 1, 4));
    }
    assertThat(due).isAfterOrEqualTo(TODAY);
  }

  @Test
  void prefersLighterDaysAndSpreadsWhatSeesTheSameLoads() {
    LocalDate due = TODAY.plusDays(20);
    Map<LocalDate, Integer> loads =
        Map.of(due.minusDays(2), 30, due.minusDays(1), 3, due, 30, due.plusDays(1), 3);
    Map<LocalDate, Integer> chosen = new HashMap<>();
    for (int card = 1; card <= 1_000; card++) {
      chosen.merge(Smoothing.towardsLighterDays(card, loads).smooth(TODAY, 20, 4), 1, Integer::sum);
    }
    assertThat(chosen.get(due.plusDays(2))).as("the empty day").isGreaterThan(800);
    assertThat(chosen.get(due.minusDays(1))).isBetween(10, 120);
    assertThat(chosen.get(due.plusDays(1))).isBetween(10, 120);
    assertThat(chosen.getOrDefault(due, 0)).isLessThan(10);
  }

  @Test
  void theSameCardAndRepetitionGoToTheSameDay() {
    LocalDate once = Smoothing.towardsLighterDays(7, Map.of()).smooth(TODAY, 40, 3);
    assertThat(Smoothing.towardsLighterDays(7, Map.of()).smooth(TODAY, 40, 3)).isEqualTo(once);
  }
}
