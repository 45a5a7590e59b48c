package app.keypoint.review;

/**
 * A step that a learner took.
 *
 * @param cards how many cards it changed; if none, nothing was recorded
 * @param step its number, by which it can be taken back; 0 if nothing was recorded
 */
public record Acted(int cards, long step) {

  /** Nothing was to be changed. */
  public static final Acted NOTHING = new Acted(0, 0);
}
