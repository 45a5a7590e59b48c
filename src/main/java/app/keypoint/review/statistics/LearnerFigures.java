package app.keypoint.review.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A learner's reviews added up, for whoever looks at many learners at once; answers that were
 * brought from elsewhere are left out.
 *
 * @param lastAnswered the study day of the latest answer given here, in reviews, practice or a
 *     quiz, or null before the first
 * @param week the last seven study days, today included
 * @param weekBefore the seven before
 * @param fortnight the last fourteen study days, today included
 * @param fortnightBefore the fourteen before
 */
public record LearnerFigures(
    LearnerLoad load,
    @Nullable LocalDate lastAnswered,
    Week week,
    Week weekBefore,
    Retention fortnight,
    Retention fortnightBefore) {

  /** Of somebody who has not begun. */
  public static final LearnerFigures NONE =
      new LearnerFigures(
          LearnerLoad.NONE, null, Week.NONE, Week.NONE, Retention.NONE, Retention.NONE);

  /** Study days that all of it covers. */
  public static final int DAYS = 28;

  /**
   * Seven study days.
   *
   * @param answers in reviews and in quizzes
   */
  public record Week(int answers, Retention retention) {
    public static final Week NONE = new Week(0, Retention.NONE);

    public Week plus(Week other) {
      return new Week(answers + other.answers, retention.plus(other.retention));
    }
  }

  /** Over the last {@link #DAYS} study days, today included. */
  public Retention retained() {
    return fortnight.plus(fortnightBefore);
  }
}
