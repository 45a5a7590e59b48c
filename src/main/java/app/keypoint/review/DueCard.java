package app.keypoint.review;

import app.keypoint.content.QuestionVersion;
import java.util.List;
import java.util.Map;

/**
 * A card to be answered now.
 *
 * @param version what the answer has to carry
 * @param optionOrder ids of the options as to be shown; empty for typed questions
 * @param kind what an answer counts for
 * @param lapses times that it was forgotten after it had been learned
 * @param previews what each grade would give, from the function that the answer uses
 */
public record DueCard(
    long cardId,
    int version,
    QuestionVersion question,
    List<String> optionOrder,
    Kind kind,
    int lapses,
    Map<Grade, Preview> previews) {

  /** What an answer counts for. */
  public enum Kind {
    /** It is the card's first. */
    NEW,
    /** It moves the schedule. */
    SCHEDULED,
    /** Once more today; it leaves the schedule alone. */
    DRILL,
    /** Extra practice; it leaves the schedule alone. */
    PRACTICE
  }

  public boolean leech() {
    return lapses >= CardState.LEECH_LAPSES;
  }

  /**
   * What a grade would give.
   *
   * @param intervalDays days until the card is due; 0 is later today
   * @param againToday whether the card stays in today's queue
   */
  public record Preview(int intervalDays, boolean againToday) {}
}
