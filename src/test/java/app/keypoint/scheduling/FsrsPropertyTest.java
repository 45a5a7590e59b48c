package app.keypoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** What holds for every history of answers. */
@Tag("slow")
class FsrsPropertyTest {

  /** One answer; days 0..100,000 since the last one. */
  record Answer(int rating, int days) {}

  @Provide
  Arbitrary<List<Answer>> histories() {
    return Combinators.combine(Arbitraries.integers().between(1, 4), days())
        .as(Answer::new)
        .list()
        .ofMaxSize(12);
  }

  private static Arbitrary<Integer> days() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 100_000));
  }

  @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
  void everyReachableScheduleIsInRange(
      @ForAll("histories") List<Answer> history,
      @ForAll @DoubleRange(min = 0.7, max = 0.97) double retention) {
    Fsrs fsrs = new Fsrs(Fsrs.DEFAULT_WEIGHTS, retention, 2);
    FsrsState before = fsrs.fresh();
    for (Answer answer : history) {
      FsrsState next = fsrs.after(before, answer.rating(), answer.days());
      if (!inRange(next)) {
        throw new AssertionError(before + " and " + answer + " give " + next);
      }
      double recall = fsrs.recall(next, answer.days());
      if (!(recall >= 0 && recall <= 1)) {
        throw new AssertionError("Recall " + recall + " of " + next);
      }
      before = next;
    }
  }

  private static boolean inRange(FsrsState schedule) {
    boolean inReview = schedule.stepsLeft() == 0;
    return schedule.stability() > 0
        && Double.isFinite(schedule.stability())
        && schedule.difficulty() >= 1
        && schedule.difficulty() <= 10
        && schedule.interval() >= (inReview ? 1 : 0)
        && schedule.interval() <= (inReview ? 36_500 : 0);
  }

  @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
  void inReviewABetterRatingNeverGivesAShorterInterval(
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 36_500) double stability,
      @ForAll @DoubleRange(min = 1, max = 10) double difficulty,
      @ForAll("elapsed") int days) {
    Fsrs fsrs = new Fsrs(Fsrs.DEFAULT_WEIGHTS, 0.9, 1);
    FsrsState review = new FsrsState(stability, difficulty, 1, 0);
    int hard = fsrs.after(review, 2, days).interval();
    int good = fsrs.after(review, 3, days).interval();
    int easy = fsrs.after(review, 4, days).interval();
    assertThat(List.of(hard, good, easy)).isSorted();
    assertThat(fsrs.after(review, 1, days).interval()).isZero();
  }

  @Provide
  Arbitrary<Integer> elapsed() {
    return days();
  }
}
