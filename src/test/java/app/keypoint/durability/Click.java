package app.keypoint.durability;

import java.time.Instant;

/**
 * An answer on its way.
 *
 * @param learner the number of the learner who sends it
 * @param at the simulated time at which it is sent
 */
record Click(int learner, long cardId, int version, String questionId, Instant at) {

  static Click parse(String text) {
    String[] parts = text.split("/");
    return new Click(
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        Integer.parseInt(parts[2]),
        parts[3],
        Instant.parse(parts[4]));
  }

  /** What identifies its entry in the log. */
  String logKey() {
    return cardId + "/" + version;
  }

  @Override
  public String toString() {
    return String.join("/", "" + learner, "" + cardId, "" + version, questionId, at.toString());
  }
}
