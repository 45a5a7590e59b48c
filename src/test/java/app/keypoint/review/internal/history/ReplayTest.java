package app.keypoint.review.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.LogEntry.Answered;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.log.Saved;
import app.keypoint.review.internal.log.Step;
import app.keypoint.review.internal.schedule.AnswerContext;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.review.internal.schedule.Smoothing;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Sm2Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an answer was when it was given and what a replay makes of it may differ. */
class ReplayTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final LocalDate DAY = LocalDate.ofInstant(START, ZoneOffset.UTC);
  private static final Sm2Scheduler SM2 = new Sm2Scheduler();
  private static final CardSchedule FRESH = CardSchedule.fresh(DAY, START);

  @Test
  void anAnswerThatWasDrillAndIsScheduledNow_isDueByItsOwnDay() {
    CardSchedule once = FRESH.after(Grade.GOOD, context(0));
    CardSchedule twice = once.after(Grade.GOOD, context(1));
    CardSchedule drilled = twice.dueOn(DAY.plusDays(4)); // with a past that was taken back since

    CardSchedule replayed =
        Replay.of(
            FRESH,
            List.of(entry(0, StepKind.QUIZ, FRESH, once), entry(1, StepKind.DRILL, once, drilled)),
            List.of(),
            SM2);

    assertThat(replayed).isEqualTo(twice);
    assertThat(replayed.due()).isEqualTo(DAY.plusDays(7));
  }

  @Test
  void anAnswerThatWasScheduledAndIsDrillNow_leavesTheDueDay() {
    CardSchedule hard = FRESH.after(Grade.HARD, context(0));
    CardSchedule learned = hard.dueOn(DAY.plusDays(6));

    CardSchedule replayed =
        Replay.of(
            FRESH,
            List.of(
                entry(0, StepKind.QUIZ, Grade.HARD, FRESH, hard),
                entry(0, StepKind.SCHEDULED, hard, learned)),
            List.of(),
            SM2);

    assertThat(replayed.due()).isEqualTo(DAY.plusDays(1));
  }

  private static LogEntry entry(int day, StepKind kind, CardSchedule before, CardSchedule after) {
    return entry(day, kind, Grade.GOOD, before, after);
  }

  private static LogEntry entry(
      int day, StepKind kind, Grade grade, CardSchedule before, CardSchedule after) {
    CardEntity card = new CardEntity(1, "question", before);
    var unused = Saved.saved(card, 1L);
    Step step = new Step(1, day + 1, at(day), DAY.plusDays(day), ReviewPreferences.DEFAULT);
    return LogEntry.answer(
        step, card, kind, new Answered(grade, Duration.ofSeconds(5), null, null, null), after);
  }

  private static AnswerContext context(int day) {
    return new AnswerContext(DAY.plusDays(day), at(day), SM2, Smoothing.NONE);
  }

  private static Instant at(int day) {
    return START.plus(Duration.ofDays(day));
  }
}
