package app.keypoint.review.history;

import app.keypoint.content.grading.Confidence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One answer in the terms that programs for spaced repetition share.
 *
 * @param card a question's id, or another program's name of a card
 * @param studyDay the learner's study day to which the answer counts
 * @param rating 1..4: again, hard, good, easy
 * @param phase where the card stood before the answer, or null when nobody noted it
 * @param timeTaken from showing the question to answering it, or null when nobody measured it
 * @param confidence how sure the learner said they were, or null when they said nothing
 */
public record PastAnswer(
    String card,
    Instant at,
    LocalDate studyDay,
    int rating,
    @Nullable Phase phase,
    @Nullable Duration timeTaken,
    @Nullable Confidence confidence) {

  /** Where a card stands; the ordinals are those of the exchange format, 0..4. */
  public enum Phase {
    NEW,
    LEARNING,
    REVIEW,
    RELEARNING,
    /** Practice that leaves the schedule alone. */
    PRACTICE
  }

  /**
   * @throws IllegalArgumentException when the rating is not 1..4
   */
  public PastAnswer {
    if (rating < 1 || rating > 4) {
      throw new IllegalArgumentException("A rating is 1..4 but is " + rating);
    }
  }

  /** When nobody noted how sure the learner was. */
  public PastAnswer(
      String card,
      Instant at,
      LocalDate studyDay,
      int rating,
      @Nullable Phase phase,
      @Nullable Duration timeTaken) {
    this(card, at, studyDay, rating, phase, timeTaken, null);
  }
}
