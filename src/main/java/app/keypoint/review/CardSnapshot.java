package app.keypoint.review;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A card as it was when it was read, for features that choose among cards.
 *
 * @param version entries in its log so far: what an answer has to carry
 * @param fresh whether it was never answered
 * @param retired whether its question is no longer asked
 * @param queueDay the study day on which the queue offers it; null when it does not
 * @param lastSeen the study day of the last answer of any kind; null for a fresh one
 */
public record CardSnapshot(
    long id,
    int version,
    CardState state,
    boolean fresh,
    boolean retired,
    boolean suspended,
    @Nullable LocalDate queueDay,
    @Nullable LocalDate lastSeen) {

  /** Whether it can be practised: answered before, and neither retired nor suspended. */
  public boolean practicable() {
    return !fresh && !retired && !suspended;
  }

  /** Whether it was answered on this study day or later. */
  public boolean seenOn(LocalDate day) {
    return lastSeen != null && !lastSeen.isBefore(day);
  }

  /** Least likely to be remembered on a study day; what is to be learned again comes first. */
  public static Comparator<CardSnapshot> mostForgettableFirst(LocalDate today) {
    return Comparator.<CardSnapshot>comparingDouble(card -> card.state().recall(today))
        .thenComparing(card -> card.state().due())
        .thenComparing(CardSnapshot::id);
  }
}
