package app.keypoint.insight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.scheduling.Fsrs;
import app.keypoint.scheduling.FsrsState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final Offset<Double> EXACT = within(1e-9);
  private static final Fsrs FSRS = new Fsrs(Fsrs.DEFAULT_WEIGHTS, 0.9, 1);

  @Test
  void measuresBothSchedulersByHand() {
    // SM-2: I = 1, then 6; the answer on day 13 comes after 12 days, so 0.9^(12/6).
    List<PastAnswer> answers =
        List.of(answer("a", 0, 3), answer("a", 1, 3), answer("a", 13, 1), answer("b", 5, 3));
    FsrsState first = FSRS.after(FSRS.fresh(), 3, 0);
    double day1 = FSRS.recall(first, 1);
    double day13 = FSRS.recall(FSRS.after(first, 3, 1), 12);

    Comparison comparison = Comparison.of(answers);

    assertThat(comparison.answers()).isEqualTo(2);
    assertThat(comparison.fit(Predictor.SM2).logLoss())
        .isEqualTo(-(Math.log(0.9) + Math.log(1 - 0.81)) / 2, EXACT);
    assertThat(comparison.fit(Predictor.FSRS).logLoss())
        .isEqualTo(-(Math.log(day1) + Math.log(1 - day13)) / 2, EXACT);
    assertThat(comparison.fit(Predictor.MEAN).logLoss()).isEqualTo(Math.log(2), EXACT);
    assertThat(comparison.fit(Predictor.SM2).auc()).isEqualTo(1);
    assertThat(comparison.fit(Predictor.MEAN).auc()).isEqualTo(0.5);
    assertThat(comparison.lead())
        .isEqualTo(
            comparison.fit(Predictor.SM2).logLoss() - comparison.fit(Predictor.FSRS).logLoss());
  }

  @Test
  void aDrillOnTheSameDayLeavesSm2Alone() {
    // Hard makes I = 1; the drill's Good is no second repetition.
    Comparison comparison =
        Comparison.of(List.of(answer("a", 0, 2), answer("a", 0, 3), answer("a", 2, 3)));
    assertThat(comparison.answers()).isOne();
    assertThat(comparison.fit(Predictor.SM2).logLoss()).isEqualTo(-Math.log(0.81), EXACT);
  }

  @Test
  void anAnswerAfterALapseOnTheSameDayIsAScheduledOne() {
    // Forgotten and then passed on day 1, so I = 1; passed again on day 2, so I = 6.
    List<PastAnswer> answers =
        List.of(
            answer("a", 0, 3),
            answer("a", 1, 1),
            answer("a", 1, 3),
            answer("a", 2, 3),
            answer("a", 8, 3));
    Comparison comparison = Comparison.of(answers);
    assertThat(comparison.answers()).isEqualTo(3);
    assertThat(comparison.fit(Predictor.SM2).logLoss())
        .isEqualTo(-(Math.log(0.1) + Math.log(0.9) + Math.log(0.9)) / 3, EXACT);
  }

  @Test
  void aLapseLeftAloneCountsAsADay() {
    Comparison comparison = Comparison.of(List.of(answer("a", 0, 1), answer("a", 2, 3)));
    assertThat(comparison.fit(Predictor.SM2).logLoss()).isEqualTo(-Math.log(0.81), EXACT);
  }

  @Test
  void practiceIsLeftOut() {
    PastAnswer practice = answer("a", 1, 1, Phase.PRACTICE);
    Comparison comparison =
        Comparison.of(List.of(answer("a", 0, 3), practice, answer("a", 2, 3, Phase.REVIEW)));
    assertThat(comparison.answers()).isOne();
    assertThat(comparison.fit(Predictor.SM2).logLoss()).isEqualTo(-Math.log(0.81), EXACT);
  }

  @Test
  void aDaySetBackIsNoElapsedDay() {
    assertThat(Comparison.of(List.of(answer("a", 5, 3), answer("a", 4, 3))).answers()).isZero();
  }

  @Test
  void withoutTwoOutcomesThereIsNoAuc() {
    Comparison comparison = Comparison.of(List.of(answer("a", 0, 3), answer("a", 1, 3)));
    assertThat(comparison.fit(Predictor.FSRS).auc()).isNaN();
    assertThat(comparison.fit(Predictor.MEAN).logLoss()).isEqualTo(0, within(1e-5));
    assertThat(comparison.best()).isEqualTo(Predictor.MEAN);
    assertThat(comparison.margin()).isZero();
  }

  @Test
  void aLeadWithinTheMarginIsNone() {
    Fit good = new Fit(0.30, 0, 0.5, List.of());
    Fit poor = new Fit(0.35, 0, 0.5, List.of());
    Map<Predictor, Fit> fits =
        Map.of(Predictor.SM2, good, Predictor.FSRS, poor, Predictor.MEAN, poor);
    assertThat(new Comparison(200, 0.06, fits).better()).isEmpty();
    assertThat(new Comparison(200, 0.04, fits).better()).contains(Predictor.SM2);
    assertThat(new Comparison(200, 0.04, fits).lead()).isEqualTo(-0.05, EXACT);
  }

  @Test
  void withoutAnswersNothingIsBest() {
    Comparison none = Comparison.of(List.of(answer("a", 0, 3)));
    assertThat(none.answers()).isZero();
    assertThat(none.enough()).isFalse();
    assertThatThrownBy(none::best).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(none::lead).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void twoHundredAnswersAreEnough() {
    assertThat(Comparison.of(pairs(199))).returns(199, Comparison::answers);
    assertThat(Comparison.of(pairs(199)).enough()).isFalse();
    assertThat(Comparison.of(pairs(200)).enough()).isTrue();
  }

  @Test
  void fsrsKnowsAMemoryOfItsOwnKind() {
    Comparison comparison = Comparison.of(remembered(400, 7));
    assertThat(comparison.enough()).isTrue();
    assertThat(comparison.best()).isEqualTo(Predictor.FSRS);
    assertThat(comparison.lead()).isGreaterThan(comparison.margin());
    assertThat(comparison.better()).contains(Predictor.FSRS);
    assertThat(comparison.fit(Predictor.FSRS).rmseBins())
        .isLessThan(0.05)
        .isLessThan(comparison.fit(Predictor.MEAN).rmseBins())
        .isLessThan(comparison.fit(Predictor.SM2).rmseBins());
    assertThat(comparison.fit(Predictor.FSRS).auc()).isGreaterThan(0.6);
    assertThat(comparison.fit(Predictor.FSRS).calibration())
        .hasSizeBetween(8, 10)
        .allSatisfy(bin -> assertThat(bin.observed()).isEqualTo(bin.predicted(), within(0.08)));
  }

  @Test
  void theOrderOfCardsDoesNotMatter() {
    List<PastAnswer> byTime = remembered(60, 3);
    List<PastAnswer> byCard = new ArrayList<>(byTime);
    byCard.sort(Comparator.comparing(PastAnswer::card));
    Comparison one = Comparison.of(byTime);
    Comparison other = Comparison.of(byCard);
    assertThat(other.answers()).isEqualTo(one.answers());
    assertThat(other.margin()).isEqualTo(one.margin(), EXACT);
    for (Predictor predictor : Predictor.values()) {
      assertThat(other.fit(predictor).logLoss()).isEqualTo(one.fit(predictor).logLoss(), EXACT);
      assertThat(other.fit(predictor).rmseBins()).isEqualTo(one.fit(predictor).rmseBins(), EXACT);
      assertThat(other.fit(predictor).auc()).isEqualTo(one.fit(predictor).auc(), EXACT);
    }
  }

  /** Cards whose memory is FSRS itself, seen at times that follow no scheduler; oldest first. */
  private static List<PastAnswer> remembered(int cards, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PastAnswer> answers = new ArrayList<>();
    for (int card = 0; card < cards; card++) {
      int day = random.nextInt(30);
      int rating = 1 + random.nextInt(4);
      FsrsState memory = FSRS.after(FSRS.fresh(), rating, 0);
      answers.add(answer("card" + card, day, rating));
      for (int i = 0; i < 10; i++) {
        int gap = 1 + (int) (memory.stability() * 4 * random.nextDouble());
        day += gap;
        rating = random.nextDouble() < FSRS.recall(memory, gap) ? 2 + random.nextInt(3) : 1;
        memory = FSRS.after(memory, rating, gap);
        answers.add(answer("card" + card, day, rating));
      }
    }
    answers.sort(Comparator.comparing(PastAnswer::at));
    return answers;
  }

  private static List<PastAnswer> pairs(int counted) {
    List<PastAnswer> answers = new ArrayList<>();
    for (int i = 0; i < counted; i++) {
      answers.add(answer("card" + i, 0, 3));
      answers.add(answer("card" + i, 2, i % 5 == 0 ? 1 : 3));
    }
    return answers;
  }

  private static PastAnswer answer(String card, int day, int rating) {
    return answer(card, day, rating, null);
  }

  private static PastAnswer answer(String card, int day, int rating, @Nullable Phase phase) {
    Instant at = Instant.parse("2026-01-01T10:00:00Z").plusSeconds(86_400L * day);
    return new PastAnswer(card, at, START.plusDays(day), rating, phase, null);
  }
}
