package app.keypoint.scheduling;

/**
 * What a scheduler remembers of a card. Each keeps to its own part and to the interval.
 *
 * @param repetitions successful scheduled answers in a row
 * @param easiness SM-2's factor in hundredths
 * @param intervalDays 0 while the card has to be learned (again)
 * @param stability FSRS's days until recall falls to nine in ten; 0 before the first answer
 * @param difficulty FSRS's 1..10; 0 before the first answer
 */
public record MemoryState(
    int repetitions, int easiness, int intervalDays, double stability, double difficulty) {

  /** A card that was never answered. */
  public static final MemoryState NONE = new MemoryState(0, 250, 0, 0, 0);
}
