package app.keypoint.progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
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
   * @param bridged days that a move further east cut short: without activity they neither count nor
   *     break a streak
   */
  public static Streak of(
      Collection<LocalDate> days, Collection<LocalDate> bridged, LocalDate today) {
    Set<LocalDate> earned = Set.copyOf(days);
    SortedSet<LocalDate> all = new TreeSet<>(days);
    all.addAll(bridged);
    int run = 0;
    int longest = 0;
    LocalDate last = LocalDate.MIN;
    for (LocalDate day : all) {
      run = (day.equals(last.plusDays(1)) ? run : 0) + (earned.contains(day) ? 1 : 0);
      longest = Math.max(longest, run);
      last = day;
    }
    boolean alive = !last.isBefore(today.minusDays(1));
    return new Streak(alive ? run : 0, longest);
  }
}
