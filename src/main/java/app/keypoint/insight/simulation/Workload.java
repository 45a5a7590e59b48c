package app.keypoint.insight.simulation;

import java.util.List;

/**
 * What a plan came to.
 *
 * @param days one for each day of the plan, in order
 * @param notBegun cards that were never introduced
 */
public record Workload(List<Day> days, int notBegun) {

  /**
   * One day.
   *
   * @param introduced new cards begun
   * @param reviews due cards answered, each once
   * @param answers all answers: new cards, reviews, and repetitions on the same day
   * @param minutes time for the answers
   * @param remembered at the end of the day, the number of introduced cards that one would expect
   *     to be recalled: the sum of their probabilities
   * @param waiting due cards that a limit left for another day
   */
  public record Day(
      int introduced, int reviews, int answers, double minutes, double remembered, int waiting) {}

  /** Copies the list. */
  public Workload {
    days = List.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A workload has at least a day");
    }
  }

  /** Cards begun over all days. */
  public int introduced() {
    return days.stream().mapToInt(Day::introduced).sum();
  }

  /** Answers over all days. */
  public long answers() {
    return days.stream().mapToLong(Day::answers).sum();
  }

  /** Due cards answered a day, on average. */
  public double meanReviews() {
    return days.stream().mapToInt(Day::reviews).average().orElseThrow();
  }

  /** Minutes a day, on average. */
  public double meanMinutes() {
    return days.stream().mapToDouble(Day::minutes).average().orElseThrow();
  }

  /** The day with the most answers, the first of several; 0-based. */
  public int peak() {
    int peak = 0;
    for (int day = 1; day < days.size(); day++) {
      if (days.get(day).answers() > days.get(peak).answers()) {
        peak = day;
      }
    }
    return peak;
  }

  /** The expected number of cards remembered at the end. */
  public double remembered() {
    return days.getLast().remembered();
  }
}
