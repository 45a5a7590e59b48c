package app.keypoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden sequences of the specification, each grade a scheduled answer. */
class Sm2Test {

  @ParameterizedTest
  @CsvSource({
    "4 4 4 4 4 4, 1 6 15 38 95 238",
    "5 5 5 5 5 5, 1 6 17 50 150 465",
    "3 3 3 3 3 3 3 3 3 3, 1 6 13 26 47 79 121 167 218 284",
    "4 4 4 2 4 4 4, 1 6 15 0 1 6 15",
    "5 4 3 2 5 5 5, 1 6 15 0 1 6 17",
    "3 5 4 3 5, 1 6 15 35 85",
    "5 5 5 1 3 3 4 4, 1 6 17 0 1 6 16 41",
  })
  void intervals(String grades, String intervals) {
    assertThat(run(grades).stream().map(Sm2::interval).toList()).isEqualTo(numbers(intervals));
  }

  @ParameterizedTest
  @CsvSource({
    "4 4 4 4 4 4, 250 250 250 250 250 250",
    "5 5 5 5 5 5, 260 270 280 290 300 310",
    "3 3 3 3 3 3 3 3 3 3, 236 222 208 194 180 166 152 138 130 130",
    "4 4 4 2 4 4 4, 250 250 250 250 250 250 250",
    "5 4 3 2 5 5 5, 260 260 246 246 256 266 276",
    "3 5 4 3 5, 236 246 246 232 242",
    "5 5 5 1 3 3 4 4, 260 270 280 280 266 252 252 252",
  })
  void easiness(String grades, String easiness) {
    assertThat(run(grades).stream().map(Sm2::easiness).toList()).isEqualTo(numbers(easiness));
  }

  @ParameterizedTest
  @CsvSource({
    "4 4 4 2 4 4 4, 1 2 3 0 1 2 3",
    "5 4 3 2 5 5 5, 1 2 3 0 1 2 3",
    "5 5 5 1 3 3 4 4, 1 2 3 0 1 2 3 4",
  })
  void repetitions(String grades, String repetitions) {
    assertThat(run(grades).stream().map(Sm2::repetitions).toList()).isEqualTo(numbers(repetitions));
  }

  @Test
  void refusesAGradeThatIsNone() {
    assertThatThrownBy(() -> Sm2.NEW.after(6)).hasMessageContaining("0..5");
    assertThatThrownBy(() -> Sm2.NEW.after(-1)).hasMessageContaining("0..5");
  }

  @Property
  void everyReachableScheduleIsInRange(
      @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> grades) {
    Sm2 schedule = Sm2.NEW;
    for (int q : grades) {
      Sm2 next = schedule.after(q);
      assertThat(next.interval()).isBetween(0, Sm2.MAX_INTERVAL);
      assertThat(next.easiness()).isGreaterThanOrEqualTo(130);
      if (q < 3) {
        assertThat(next).isEqualTo(new Sm2(0, schedule.easiness(), 0));
      } else {
        assertThat(next.repetitions()).isEqualTo(schedule.repetitions() + 1);
        assertThat(next.interval())
            .isGreaterThan(Math.min(schedule.interval(), Sm2.MAX_INTERVAL - 1));
      }
      schedule = next;
    }
  }

  @Property
  void aBetterGradeNeverGivesAShorterInterval(
      @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> grades) {
    Sm2 schedule = run(grades).getLast();
    for (int q = 0; q < 5; q++) {
      assertThat(schedule.after(q + 1).interval())
          .isGreaterThanOrEqualTo(schedule.after(q).interval());
    }
  }

  private static List<Sm2> run(String grades) {
    List<Sm2> all = run(numbers(grades));
    return all.subList(1, all.size());
  }

  private static List<Sm2> run(List<Integer> grades) {
    List<Sm2> schedules = new ArrayList<>(List.of(Sm2.NEW));
    grades.forEach(q -> schedules.add(schedules.getLast().after(q)));
    return schedules;
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
  }
}
