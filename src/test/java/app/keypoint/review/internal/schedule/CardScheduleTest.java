package app.keypoint.review.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.scheduling.FsrsScheduler;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Sm2Scheduler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CardScheduleTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void answeredWheneverItComesUp_itComesUpAgainAfterTheDaysOfTheSpecification() {
    assertThat(daysUntilNext("4 3 3 4 5 3 0 1 3 3 4 5 3"))
        .containsExactly(1L, 0L, 0L, 6L, 15L, 0L, 0L, 0L, 0L, 0L, 35L, 85L, 0L);
  }

  @Test
  void hardSetsTheScheduleAndStaysInTodaysDrill() {
    CardSchedule hard = fresh().after(Grade.HARD, on(DAY));
    assertThat(hard.due()).isEqualTo(DAY.plusDays(1));
    assertThat(hard.comesUp()).isEqualTo(DAY);
    assertThat(hard.drilledOn(DAY)).isTrue();
    CardSchedule out = hard.after(Grade.GOOD, on(DAY));
    assertThat(out.comesUp()).isEqualTo(DAY.plusDays(1));
    assertThat(out.easiness()).isEqualTo(hard.easiness());
  }

  @Test
  void aDrillLeftUnfinishedGoesOnTomorrowUntilTheCardIsDue() {
    CardSchedule second = fresh().after(Grade.GOOD, on(DAY)).after(Grade.HARD, on(DAY.plusDays(1)));
    LocalDate due = DAY.plusDays(7);
    assertThat(second.due()).isEqualTo(due);
    assertThat(second.drilledOn(due.minusDays(1))).isTrue();
    assertThat(second.drilledOn(due)).isFalse();
    assertThat(second.after(Grade.GOOD, on(due)).repetitions()).isEqualTo(3);
  }

  @Test
  void forgettingIsALapseOnlyOfWhatHadBeenLearned() {
    CardSchedule never = fresh().after(Grade.FORGOT, on(DAY));
    assertThat(never.lapses()).isZero();
    CardSchedule forgotten =
        never.after(Grade.GOOD, on(DAY)).after(Grade.FORGOT, on(DAY.plusDays(1)));
    assertThat(forgotten.lapses()).isEqualTo(1);
    assertThat(forgotten.after(Grade.FORGOT, on(DAY.plusDays(1))).lapses()).isEqualTo(1);
  }

  @Test
  void underFsrsTooOnlyWhatHadBeenLearnedLapses() {
    AnswerContext fsrs = new AnswerContext(DAY, NOW, new FsrsScheduler(0.9), Smoothing.NONE);
    CardSchedule card = fresh().after(Grade.FORGOT, fsrs);
    for (int i = 0; i < 6; i++) {
      card = card.after(Grade.HARD, fsrs).after(Grade.FORGOT, fsrs);
    }
    assertThat(card.lapses()).isZero();
    assertThat(card.after(Grade.GOOD, fsrs).after(Grade.FORGOT, fsrs).lapses()).isEqualTo(1);
  }

  @Property
  void drillAnswersChangeNothingOfTheSchedule(
      @ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> grades) {
    CardSchedule card = fresh();
    LocalDate today = DAY;
    for (int q : grades) {
      boolean drill = card.drilledOn(today);
      CardSchedule next = card.after(Grade.values()[q], on(today));
      if (drill) {
        assertThat(next.due()).isEqualTo(card.due());
        assertThat(next.easiness()).isEqualTo(card.easiness());
        assertThat(next.intervalDays()).isEqualTo(card.intervalDays());
        assertThat(next.repetitions()).isEqualTo(card.repetitions());
      }
      assertThat(next.comesUp()).isAfterOrEqualTo(today).isBeforeOrEqualTo(next.due());
      card = next;
      today = card.comesUp();
    }
  }

  @Property
  void answeringLateGradesFromTheIntervalNotFromTheTimeThatPassed(
      @ForAll @IntRange(max = 400) int late) {
    CardSchedule second = fresh().after(Grade.GOOD, on(DAY)).after(Grade.GOOD, on(DAY.plusDays(1)));
    CardSchedule third = second.after(Grade.GOOD, on(second.due().plusDays(late)));
    assertThat(third.intervalDays()).isEqualTo(15);
  }

  private static List<Long> daysUntilNext(String grades) {
    List<Long> days = new ArrayList<>();
    CardSchedule card = fresh();
    LocalDate today = DAY;
    for (int q : Arrays.stream(grades.split(" ")).mapToInt(Integer::parseInt).toArray()) {
      card = card.after(Grade.values()[q], on(today));
      days.add(card.comesUp().toEpochDay() - today.toEpochDay());
      today = card.comesUp();
    }
    return days;
  }

  private static CardSchedule fresh() {
    return CardSchedule.fresh(DAY, NOW);
  }

  private static AnswerContext on(LocalDate day) {
    return new AnswerContext(day, NOW, new Sm2Scheduler(), Smoothing.NONE);
  }
}
