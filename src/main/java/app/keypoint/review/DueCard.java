package app.keypoint.review;

import app.keypoint.content.QuestionVersion;
import java.util.List;
import java.util.Map;

/**
 * A card to be answered now.
 *
 * @param version what the answer has to carry
 * @param optionOrder ids of the options as to be shown; empty for typed questions
 * @param drill whether the answer leaves the schedule alone
 * @param previews what each grade would give, from the function that the answer uses
 */
public record DueCard(
    long cardId,
    int version,
    QuestionVersion question,
    List<String> optionOrder,
    boolean drill,
    Map<Grade, Preview> previews) {

  /**
   * What a grade would give.
   *
   * @param intervalDays days until the card is due; 0 is later today
   * @param againToday whether the card stays in today's queue
   */
  public record Preview(int intervalDays, boolean againToday) {}
}
