package app.keypoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors, with the default weights. */
class FsrsTest {

  private static final Offset<Double> EXACT = within(1e-6);

  private final Fsrs fsrs = new Fsrs(Fsrs.DEFAULT_WEIGHTS, 0.9, 2);

  @Test
  void intervalsOfACardAnsweredOnEachDueDay() {
    FsrsState schedule = fsrs.fresh();
    List<Integer> intervals = new ArrayList<>();
    for (int rating : new int[] {3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3}) {
      schedule = fsrs.after(schedule, rating, schedule.interval());
      intervals.add(schedule.interval());
    }
    assertThat(intervals).containsExactly(0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21);
    assertThat(schedule.stability()).isEqualTo(20.7704, within(1e-4));
    assertThat(schedule.difficulty()).isEqualTo(9.0558, within(1e-4));
  }

  @Test
  void memoryAfterAHistory() {
    FsrsState schedule = history(fsrs);
    assertThat(schedule.stability()).isEqualTo(53.62691, within(1e-5));
    assertThat(schedule.difficulty()).isEqualTo(6.3574867, EXACT);
  }

  @Test
  void memoryAfterAHistoryWithoutSameDayWeights() {
    List<Double> weights = new ArrayList<>(Fsrs.DEFAULT_WEIGHTS);
    Collections.fill(weights.subList(17, 20), 0.0);
    // The published figure was reckoned in single precision.
    assertThat(history(new Fsrs(weights, 0.9, 2)).stability()).isEqualTo(53.335106, within(1e-4));
  }

  private static FsrsState history(Fsrs fsrs) {
    int[] ratings = {1, 3, 3, 3, 3, 3};
    int[] gaps = {0, 0, 1, 3, 8, 21};
    FsrsState schedule = fsrs.fresh();
    for (int i = 0; i < ratings.length; i++) {
      schedule = fsrs.after(schedule, ratings[i], gaps[i]);
    }
    return schedule;
  }

  @ParameterizedTest
  @CsvSource({"1, 0.212, 6.4133", "2, 1.2931, 5.11217071", "3, 2.3065, 2.11810397", "4, 8.2956, 1"})
  void firstAnswer(int rating, double stability, double difficulty) {
    FsrsState first = fsrs.after(fsrs.fresh(), rating, 0);
    assertThat(first.stability()).isEqualTo(stability);
    assertThat(first.difficulty()).isEqualTo(difficulty, EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "1, 2, .9403443",
    "2, 3, .9253786",
    "3, 4, .9185229",
    "4, 4, .9",
    "5, 2, .8261359",
  })
  void recall(int days, double stability, double recall) {
    assertThat(fsrs.recall(new FsrsState(stability, 5, 1, 0), days)).isEqualTo(recall, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"1, 8.341763", "2, 6.6659956", "3, 4.990228", "4, 3.3144615"})
  void nextDifficulty(int rating, double difficulty) {
    assertThat(fsrs.after(new FsrsState(5, 5, 5, 0), rating, 5).difficulty())
        .isEqualTo(difficulty, EXACT);
  }

  /** These vectors name a recall that no whole number of days gives. */
  @ParameterizedTest
  @CsvSource({
    "1, .9, 1, 25.602541, 1.0525396",
    "2, .8, 2, 28.226582, 1.1894329",
    "3, .7, 3, 58.656002, 1.3680838",
    "4, .6, 4, 127.226685, 1.584989",
  })
  void nextStability(
      double difficulty, double recall, int rating, double recalled, double forgotten) {
    assertThat(fsrs.recalled(5, difficulty, recall, rating)).isEqualTo(recalled, within(1e-4));
    assertThat(fsrs.forgotten(5, difficulty, recall)).isEqualTo(forgotten, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"1, 1.596818", "2, 5.0", "3, 5.0", "4, 8.12961"})
  void sameDay(int rating, double stability) {
    assertThat(fsrs.after(new FsrsState(5, 5, 5, 0), rating, 0).stability())
        .isEqualTo(stability, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"3, 2 1 0", "4, 2 0 0", "2, 2 2 2", "1, 2 2 2"})
  void stepsOfANewCard(int rating, String steps) {
    List<Integer> expected = Arrays.stream(steps.split(" ")).map(Integer::valueOf).toList();
    FsrsState first = fsrs.after(fsrs.fresh(), rating, 0);
    FsrsState second = fsrs.after(first, rating, 0);
    assertThat(List.of(fsrs.fresh().stepsLeft(), first.stepsLeft(), second.stepsLeft()))
        .isEqualTo(expected);
  }

  @Test
  void withOneStepAFirstGoodIsInReviewAtOnce() {
    Fsrs one = new Fsrs(Fsrs.DEFAULT_WEIGHTS, 0.9, 1);
    assertThat(one.after(one.fresh(), 3, 0)).returns(0, FsrsState::stepsLeft);
    assertThat(one.after(one.fresh(), 3, 0)).returns(2, FsrsState::interval);
    assertThat(one.after(one.fresh(), 2, 0)).returns(0, FsrsState::interval);
  }

  @Test
  void aHigherWantedRetentionGivesAShorterInterval() {
    assertThat(new Fsrs(Fsrs.DEFAULT_WEIGHTS, 0.9, 1).interval(100)).isEqualTo(100);
    assertThat(new Fsrs(Fsrs.DEFAULT_WEIGHTS, 0.95, 1).interval(100)).isLessThan(50);
    assertThat(new Fsrs(Fsrs.DEFAULT_WEIGHTS, 0.8, 1).interval(100)).isGreaterThan(200);
    assertThat(fsrs.interval(0.001)).isEqualTo(1);
    assertThat(fsrs.interval(1e12)).isEqualTo(36_500);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    List<Double> weights = Fsrs.DEFAULT_WEIGHTS;
    assertThatThrownBy(() -> new Fsrs(weights.subList(0, 20), 0.9, 1)).hasMessageContaining("21");
    assertThatThrownBy(() -> new Fsrs(Collections.nCopies(21, Double.NaN), 0.9, 1))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new Fsrs(Collections.nCopies(21, 0.0), 0.9, 1))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> new Fsrs(weights, 0.69, 1)).hasMessageContaining("0.7");
    assertThatThrownBy(() -> new Fsrs(weights, 0.98, 1)).hasMessageContaining("0.97");
    assertThatThrownBy(() -> new Fsrs(weights, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Fsrs(weights, 0.9, 0)).hasMessageContaining("1..10");
    assertThatThrownBy(() -> fsrs.after(fsrs.fresh(), 0, 0)).hasMessageContaining("1..4");
    assertThatThrownBy(() -> fsrs.after(fsrs.fresh(), 5, 0)).hasMessageContaining("1..4");
    assertThatThrownBy(() -> fsrs.after(fsrs.fresh(), 3, -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> fsrs.recall(fsrs.fresh(), -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new FsrsState(5, 11, 1, 0)).hasMessageContaining("D=11");
    assertThatThrownBy(() -> new FsrsState(Double.NaN, 5, 1, 0)).hasMessageContaining("NaN");
  }
}
