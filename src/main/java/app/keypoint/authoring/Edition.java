package app.keypoint.authoring;

import java.time.Instant;

/**
 * What a quiz said at a time.
 *
 * @param number from 1
 * @param by display name
 * @param kept whether its text is still there, to be compared and restored; that of editions beyond
 *     a hundred was not always kept
 * @param published false for a draft that was kept because an earlier edition was restored over it
 */
public record Edition(
    int number, String by, Instant at, String note, boolean kept, boolean published) {

  /** The longest note, in UTF-16 units. */
  public static final int MAX_NOTE = 300;
}
