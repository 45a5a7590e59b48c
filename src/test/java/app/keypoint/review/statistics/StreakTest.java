package app.keypoint.review.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class StreakTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final int BEYOND_TOMORROW = -2;

  @Autowired ReviewStatistics statistics;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;

  long learner;

  @BeforeEach
  void learner() {
    learner = fixtures.learner().id();
  }

  /** Days without the answers that made them: the check of data would ask for these. */
  @AfterEach
  void clear() {
    jdbc.update("delete from learner_day where learner_id = ?", learner);
  }

  @Test
  void aDayThatAMoveEastCutShortNeitherCountsNorBreaks() {
    assertThat(streak(ago(0, 2, 3), ago(1))).isEqualTo(new Streak(3, 3));
    assertThat(streak(ago(1, 2), ago(0))).isEqualTo(new Streak(2, 2));
    assertThat(streak(ago(), ago(0))).isEqualTo(Streak.NONE);
  }

  @Test
  void isNothingWithoutActivity() {
    assertThat(streak(ago(), ago())).isEqualTo(Streak.NONE);
  }

  @Test
  void aDayNotOverYetDoesNotBreakIt() {
    assertThat(streak(ago(1, 2, 3), ago()).current()).isEqualTo(3);
    assertThat(streak(ago(0, 1, 2, 3), ago()).current()).isEqualTo(4);
  }

  @Test
  void aDayMissedBreaksIt() {
    assertThat(streak(ago(2, 3, 4), ago())).isEqualTo(new Streak(0, 3));
  }

  @Test
  void theLongestMayLieInThePast() {
    assertThat(streak(ago(0, 1, 10, 11, 12, 13), ago())).isEqualTo(new Streak(2, 4));
  }

  @Test
  void movingWestLosesNoDay() {
    assertThat(streak(ago(-1, 0, 1), ago()).current()).isEqualTo(3);
  }

  @Test
  void anUnbrokenRunCountsInFull() {
    Set<Integer> year = IntStream.range(0, 366).boxed().collect(Collectors.toSet());
    assertThat(streak(year, ago())).isEqualTo(new Streak(366, 366));
  }

  @Test
  void aDayOfWhichEveryAnswerWasBroughtCountsForTheLearnerAlone() {
    store(3, 1, 0, false);
    store(2, 1, 1, false);
    store(1, 2, 1, false);
    assertThat(statistics.streak(learner, TODAY, true)).isEqualTo(new Streak(3, 3));
    assertThat(statistics.streak(learner, TODAY, false)).isEqualTo(new Streak(1, 1));
  }

  /** Also where the last day that counts is none of those before today. */
  @Test
  void isWhatOneCountsDayByDay() {
    Random random = new Random(20_260_310);
    for (int round = 0; round < 60; round++) {
      List<Day> days = some(random);
      clear();
      days.forEach(day -> store(day.ago(), day.answers(), day.brought(), day.bridged()));
      for (boolean brought : List.of(true, false)) {
        assertThat(statistics.streak(learner, TODAY, brought))
            .as("%s, brought: %s", days, brought)
            .isEqualTo(
                counted(ago(days, day -> day.answered(brought) > 0), ago(days, Day::bridged)));
      }
    }
  }

  /**
   * @param brought how many of the answers are from elsewhere
   */
  private record Day(int ago, int answers, int brought, boolean bridged) {

    int answered(boolean withBrought) {
      return withBrought ? answers : answers - brought;
    }
  }

  /** Among them one beyond tomorrow, which is a day that nobody has reached. */
  private static List<Day> some(Random random) {
    int most = random.nextInt(25);
    double density = random.nextDouble();
    boolean bridges = random.nextBoolean();
    return IntStream.rangeClosed(BEYOND_TOMORROW, most)
        .filter(ago -> ago == BEYOND_TOMORROW || random.nextDouble() < density)
        .mapToObj(
            ago -> {
              int answers = ago == BEYOND_TOMORROW ? 2 : random.nextInt(4);
              int brought = ago == BEYOND_TOMORROW ? 1 : random.nextInt(answers + 1);
              return new Day(ago, answers, brought, bridges && random.nextInt(3) == 0);
            })
        .toList();
  }

  private static Set<Integer> ago(List<Day> days, Predicate<Day> which) {
    return days.stream()
        .filter(which)
        .map(Day::ago)
        .filter(ago -> ago > BEYOND_TOMORROW)
        .collect(Collectors.toSet());
  }

  private static Streak counted(Set<Integer> earned, Set<Integer> bridged) {
    TreeSet<Integer> all = new TreeSet<>(earned);
    all.addAll(bridged);
    int run = 0;
    int longest = 0;
    int last = Integer.MAX_VALUE;
    for (int daysAgo : all.descendingSet()) {
      run = (daysAgo == last - 1 ? run : 0) + (earned.contains(daysAgo) ? 1 : 0);
      longest = Math.max(longest, run);
      last = daysAgo;
    }
    return new Streak(last <= 1 ? run : 0, longest);
  }

  private Streak streak(Set<Integer> earned, Set<Integer> bridged) {
    clear();
    earned.forEach(daysAgo -> store(daysAgo, 1, 0, bridged.contains(daysAgo)));
    bridged.stream()
        .filter(daysAgo -> !earned.contains(daysAgo))
        .forEach(daysAgo -> store(daysAgo, 0, 0, true));
    return statistics.streak(learner, TODAY, true);
  }

  private void store(int daysAgo, int answers, int brought, boolean bridged) {
    jdbc.update(
        """
        insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
          reviews, remembered, millis, queue_millis, bridged, brought_answers)
        values (?, ?, ?, 0, 0, 0, 0, 0, 0, 0, ?, ?)
        """,
        learner,
        TODAY.minusDays(daysAgo),
        answers,
        bridged,
        brought);
  }

  private static Set<Integer> ago(Integer... days) {
    return Set.copyOf(List.of(days));
  }
}
