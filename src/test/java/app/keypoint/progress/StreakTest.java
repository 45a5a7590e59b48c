package app.keypoint.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StreakTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  @Test
  void aDayThatAMoveEastCutShortNeitherCountsNorBreaks() {
    assertThat(Streak.of(daysAgo(0, 2, 3), daysAgo(1), TODAY)).isEqualTo(new Streak(3, 3));
    assertThat(Streak.of(daysAgo(1, 2), daysAgo(0), TODAY)).isEqualTo(new Streak(2, 2));
    assertThat(Streak.of(List.of(), daysAgo(0), TODAY)).isEqualTo(new Streak(0, 0));
  }

  @Test
  void isNothingWithoutActivity() {
    assertThat(Streak.of(List.of(), List.of(), TODAY)).isEqualTo(new Streak(0, 0));
  }

  @Test
  void aDayNotOverYetDoesNotBreakIt() {
    assertThat(Streak.of(daysAgo(1, 2, 3), List.of(), TODAY).current()).isEqualTo(3);
    assertThat(Streak.of(daysAgo(0, 1, 2, 3), List.of(), TODAY).current()).isEqualTo(4);
  }

  @Test
  void aDayMissedBreaksIt() {
    assertThat(Streak.of(daysAgo(2, 3, 4), List.of(), TODAY)).isEqualTo(new Streak(0, 3));
  }

  @Test
  void theLongestMayLieInThePast() {
    assertThat(Streak.of(daysAgo(0, 1, 10, 11, 12, 13), List.of(), TODAY))
        .isEqualTo(new Streak(2, 4));
  }

  @Test
  void movingWestLosesNoDay() {
    assertThat(Streak.of(daysAgo(-1, 0, 1), List.of(), TODAY).current()).isEqualTo(3);
  }

  @Property
  void theCurrentRunIsNeverLongerThanTheLongestNorThanTheDays(
      @ForAll @Size(max = 40) Set<@IntRange(max = 60) Integer> ago) {
    Streak streak = Streak.of(daysAgo(ago), List.of(), TODAY);
    assertThat(streak.current()).isBetween(0, streak.longest());
    assertThat(streak.longest()).isBetween(ago.isEmpty() ? 0 : 1, ago.size());
  }

  @Property
  void anAnswerTodayAddsADayAtMostAndNeverTakesOne(
      @ForAll @Size(max = 40) Set<@IntRange(max = 60) Integer> ago) {
    Set<Integer> answered = new HashSet<>(ago);
    answered.add(0);
    Streak before = Streak.of(daysAgo(ago), List.of(), TODAY);
    Streak after = Streak.of(daysAgo(answered), List.of(), TODAY);
    assertThat(after.current())
        .isEqualTo(ago.contains(0) ? before.current() : before.current() + 1);
    assertThat(after.longest()).isGreaterThanOrEqualTo(before.longest());
  }

  @Property
  void anUnbrokenRunCountsInFull(@ForAll @IntRange(min = 1, max = 2000) int length) {
    Set<Integer> ago = IntStream.range(0, length).boxed().collect(Collectors.toSet());
    assertThat(Streak.of(daysAgo(ago), List.of(), TODAY)).isEqualTo(new Streak(length, length));
  }

  private static Set<LocalDate> daysAgo(Integer... ago) {
    return daysAgo(Set.of(ago));
  }

  private static Set<LocalDate> daysAgo(Set<Integer> ago) {
    return ago.stream().map(days -> TODAY.minusDays(days)).collect(Collectors.toSet());
  }
}
