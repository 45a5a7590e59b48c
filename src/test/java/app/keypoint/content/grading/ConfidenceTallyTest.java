package app.keypoint.content.grading;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.grading.ConfidenceTally.Verdict;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts of right answers by confidence say. */
class ConfidenceTallyTest {

  @ParameterizedTest
  @CsvSource({
    "10, 5, 0, 0, 0, 0, OVERCONFIDENT",
    "10, 6, 0, 0, 0, 0, AGREES",
    "20, 11, 0, 0, 0, 0, OVERCONFIDENT",
    "4, 0, 5, 3, 4, 1, AGREES",
    "5, 0, 5, 3, 4, 1, OVERCONFIDENT",
    "0, 0, 0, 0, 8, 8, UNDERCONFIDENT",
    "0, 0, 0, 0, 7, 7, AGREES",
    "0, 0, 16, 16, 0, 0, UNDERCONFIDENT",
    "0, 0, 15, 15, 0, 0, AGREES",
    "12, 11, 6, 4, 9, 4, AGREES",
    "20, 8, 0, 0, 20, 20, OVERCONFIDENT",
    "0, 0, 40, 4, 0, 0, OVERCONFIDENT",
    "0, 0, 10, 3, 0, 0, OVERCONFIDENT",
    "0, 0, 10, 4, 0, 0, AGREES",
    "4, 4, 4, 2, 4, 1, TOO_FEW",
    "4, 0, 4, 0, 2, 2, TOO_FEW",
    "5, 5, 4, 2, 4, 1, AGREES"
  })
  void onlyWhatChanceDoesNotExplainIsSaid(
      int sure,
      int sureRight,
      int thinkSo,
      int thinkSoRight,
      int guess,
      int guessRight,
      Verdict verdict) {
    assertThat(
            new ConfidenceTally(sure, sureRight, thinkSo, thinkSoRight, guess, guessRight)
                .verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"9, false", "10, true"})
  void fewAnswersTellNothing(int answers, boolean tells) {
    assertThat(new ConfidenceTally(3, 1, 2, 1, answers - 5, 0).tells()).isEqualTo(tells);
  }

  @Property(tries = 200)
  void answersAddUpAndAreTakenAway(
      @ForAll @Size(max = 30) Confidence[] said,
      @ForAll @Size(min = 30, max = 30) boolean[] right) {
    ConfidenceTally all = ConfidenceTally.NONE;
    for (int i = 0; i < said.length; i++) {
      all = all.plus(ConfidenceTally.of(said[i], right[i]));
    }
    assertThat(all.answers()).isEqualTo(said.length);
    for (Confidence each : Confidence.values()) {
      assertThat(all.answers(each))
          .isEqualTo((int) Arrays.stream(said).filter(one -> one == each).count());
      assertThat(all.right(each)).isBetween(0, all.answers(each));
    }
    assertThat(all.plus(all.negated())).isEqualTo(ConfidenceTally.NONE);
    assertThat(all.plus(ConfidenceTally.of(null, true))).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({"SURE", "THINK_SO", "GUESS"})
  void aWrongAnswerOverruledIsAsIfItHadBeenRight(Confidence said) {
    assertThat(ConfidenceTally.of(said, false).plus(ConfidenceTally.overruled(said)))
        .isEqualTo(ConfidenceTally.of(said, true));
  }
}
