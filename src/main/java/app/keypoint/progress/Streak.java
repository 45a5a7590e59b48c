package app.keypoint.progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

/**
 * Study days in a row with at least one answer.
 *
 * @param current the run that still goes on; a day that is not over yet does not break it
 * @param longest the longest run ever, {@code current} included
 */
public record Streak(int current, int longest) {

  /**
   * The streak that these days make.
   *
   * @param days study days with activity, in any order; one after {@code today}, earned before the
   *     learner moved to a zone further west, counts like any other
   */
  public static Streak of(Collection<LocalDate> days, LocalDate today) {
    int run = 0;
    int longest = 0;
    LocalDate last = LocalDate.MIN;
    for (LocalDate day : new TreeSet<>(days)) {
      run = day.equals(last.plusDays(1)) ? run + 1 : 1;
      longest = Math.max(longest, run);
      last = day;
    }
    boolean alive = !last.isBefore(today.minusDays(1));
    return new Streak(alive ? run : 0, longest);
  }
}
