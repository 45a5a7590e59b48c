package app.keypoint.content;

import org.jspecify.annotations.Nullable;

/**
 * What an answer was worth.
 *
 * @param marks 0..1
 * @param match how a typed answer matched; null for picked options
 * @param why the misreading that a listed wrong typed answer stands for, if it was one
 */
public record Outcome(double marks, @Nullable Match match, @Nullable String why) {

  /** How a typed answer compared with the key. */
  public enum Match {
    /** Equal after normalisation. */
    EXACT,
    /** Within the forgiven number of edits. */
    TYPO,
    /** Counted as wrong, overruled by the learner. */
    OVERRULED,
    /**
     * Equal to a listed wrong answer or a forgivable slip from one, or as near to one as to the
     * key.
     */
    LISTED_WRONG,
    /** Anything else. */
    NONE
  }

  /** Full marks; anything less is wrong as a review. */
  public boolean right() {
    return marks >= 1.0;
  }
}
