package app.keypoint.content.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was worth.
 *
 * @param marks 0..1
 * @param match how a typed answer matched; null for picked options
 * @param why the misreading that a listed wrong typed answer stands for, if it was one
 * @param blanks what each of several blanks was worth, in the order of reading; empty where there
 *     are not several, and where that is not known any more
 */
public record Outcome(
    double marks, @Nullable Match match, @Nullable String why, List<Outcome> blanks) {

  /** Of a question without several blanks. */
  public Outcome(double marks, @Nullable Match match, @Nullable String why) {
    this(marks, match, why, List.of());
  }

  /** Of blanks, each of which counts the same; the only one's is that of the question. */
  static Outcome of(List<Outcome> blanks) {
    if (blanks.size() == 1) {
      return blanks.getFirst();
    }
    long right = blanks.stream().filter(Outcome::right).count();
    return new Outcome((double) right / blanks.size(), match(blanks), null, List.copyOf(blanks));
  }

  /** The one that says most about the whole. */
  private static Match match(List<Outcome> blanks) {
    List<Match> order =
        blanks.stream().allMatch(Outcome::right)
            ? List.of(Match.OVERRULED, Match.TYPO, Match.EXACT)
            : List.of(Match.LISTED_WRONG, Match.NONE);
    return order.stream()
        .filter(match -> blanks.stream().anyMatch(blank -> blank.match() == match))
        .findFirst()
        .orElseThrow();
  }

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
