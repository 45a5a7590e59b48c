package app.keypoint.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A learner's card as other features see it.
 *
 * @param easiness in hundredths, 130 or more
 * @param intervalDays 0 while it has to be learned (again)
 * @param due the study day that the schedule gives
 * @param lastReviewed the study day of the last scheduled answer, or null
 */
public record CardState(
    long learnerId,
    String questionId,
    int repetitions,
    int easiness,
    int intervalDays,
    LocalDate due,
    @Nullable LocalDate lastReviewed,
    int lapses) {

  /** An interval from here on, in days, makes a card mature. */
  public static final int MATURE_DAYS = 21;

  /**
   * The probability of recall that SM-2's intervals imply on a study day, 0..1: they aim at nine in
   * ten on the due day, so 0.9^(t/I). 0 while the card has to be learned (again).
   */
  public double recall(LocalDate today) {
    if (intervalDays == 0 || lastReviewed == null) {
      return 0;
    }
    long elapsed = Math.max(0, today.toEpochDay() - lastReviewed.toEpochDay());
    return Math.pow(0.9, (double) elapsed / intervalDays);
  }
}
