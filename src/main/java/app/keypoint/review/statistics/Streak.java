package app.keypoint.review.statistics;

/**
 * Study days in a row with at least one answer. Days that a move further east cut short neither
 * count nor break a run; one after today, earned before a move further west, counts like any other.
 *
 * @param current the run that still goes on; a day that is not over yet does not break it
 * @param longest the longest run ever, {@code current} included
 */
public record Streak(int current, int longest) {

  public static final Streak NONE = new Streak(0, 0);
}
