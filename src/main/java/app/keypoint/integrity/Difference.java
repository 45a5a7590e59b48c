package app.keypoint.integrity;

import org.jspecify.annotations.Nullable;

/**
 * Something that is kept and does not follow.
 *
 * @param of what it is a figure of, such as a card or a day
 * @param kept what the database holds
 * @param follows what it should hold
 * @param entry the entry that explains it, or null when there is none
 */
public record Difference(
    long learnerId, Kind kind, String of, String kept, String follows, @Nullable String entry) {

  /** What differs. */
  public enum Kind {
    /** A card's row is not what its last entry left. */
    CARD,
    /** An entry does not go on where the one before it ended. A repair leaves the log alone. */
    LOG,
    /** A card is not where its whole log leads. */
    SCHEDULE,
    /** A day's counters. */
    DAY,
    /** What an attempt repeats of its answers, or an answer of its question. */
    ATTEMPT,
    /** Where a learner stands with a quiz. */
    QUIZ,
    /** What is noted of an import. */
    IMPORT,
    /** How many steps a learner has taken. */
    STEP,
    /** Something that cannot even be read. */
    UNREADABLE
  }
}
