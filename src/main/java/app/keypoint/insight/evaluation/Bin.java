package app.keypoint.insight.evaluation;

/**
 * A bin of answers with like pasts, spaced by logarithms: how long ago, how often, how often
 * forgotten. The bases are those that the open FSRS benchmark uses for its RMSE (bins), so that
 * figures can be held against the published ones.
 */
record Bin(int elapsed, int repetition, int lapses) {

  private static final double ELAPSED_BASE = 3.62;
  private static final double REPETITION_BASE = 1.89;
  private static final double LAPSES_BASE = 1.73;

  /**
   * @param elapsedDays since the card's last answer, 1 or more
   * @param repetition the how-manieth day on which the card is answered, 1 or more
   * @param lapses earlier answers, a day or more after the one before, that were forgotten
   */
  static Bin of(int elapsedDays, int repetition, int lapses) {
    return new Bin(
        step(elapsedDays, ELAPSED_BASE),
        step(repetition, REPETITION_BASE),
        lapses == 0 ? -1 : step(lapses, LAPSES_BASE));
  }

  private static int step(int value, double base) {
    return (int) Math.floor(Math.log(value) / Math.log(base));
  }
}
