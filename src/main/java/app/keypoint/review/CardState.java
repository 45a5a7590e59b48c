package app.keypoint.review;

import app.keypoint.scheduling.FsrsScheduler;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A learner's card as other features see it.
 *
 * @param easiness in hundredths, 130 or more
 * @param intervalDays 0 while it has to be learned (again)
 * @param stability FSRS's days until recall falls to nine in ten; 0 under SM-2
 * @param difficulty FSRS's, 1..10; 0 under SM-2
 * @param due the study day that the schedule gives
 * @param lastReviewed the study day of the last scheduled answer, or null
 */
public record CardState(
    long learnerId,
    String questionId,
    int repetitions,
    int easiness,
    int intervalDays,
    double stability,
    double difficulty,
    LocalDate due,
    @Nullable LocalDate lastReviewed,
    int lapses) {

  /** An interval from here on, in days, makes a card mature. */
  public static final int MATURE_DAYS = 21;

  /** Whether FSRS's stability and difficulty describe the card rather than SM-2's easiness. */
  public boolean byFsrs() {
    return stability > 0;
  }

  public boolean leech() {
    return Leech.at(lapses);
  }

  /**
   * The probability of recall on a study day, 0..1, as the card's scheduler sees it: SM-2's
   * intervals aim at nine in ten on the due day, so 0.9^(t/I). 0 while the card has to be learned
   * (again).
   */
  public double recall(LocalDate today) {
    if (intervalDays == 0 || lastReviewed == null) {
      return 0;
    }
    int elapsed = (int) Math.max(0, today.toEpochDay() - lastReviewed.toEpochDay());
    return byFsrs()
        ? FsrsScheduler.recall(stability, elapsed)
        : Math.pow(0.9, (double) elapsed / intervalDays);
  }
}
