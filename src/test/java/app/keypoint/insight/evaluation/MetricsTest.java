package app.keypoint.insight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void logLossOfKnownPredictions() {
    Fit fit = fit("1 0 1", 0.9, 0.5, 0.25);
    assertThat(fit.logLoss())
        .isEqualTo(-(Math.log(0.9) + Math.log(0.5) + Math.log(0.25)) / 3, EXACT);
  }

  @Test
  void certaintyThatWasWrongCostsMuchButNotInfinitelyMuch() {
    assertThat(fit("0 1", 1, 0).logLoss()).isEqualTo(-Math.log(1e-6), within(1e-9));
    assertThat(fit("1 0", 1, 0).logLoss()).isEqualTo(0, within(1e-5));
  }

  @Test
  void aucCountsATieHalf() {
    // Pairs of recalled over forgotten: .8>.3, .8>.5, .5>.3, and .5 ties .5: 3.5 of 4.
    assertThat(fit("1 1 0 0", 0.8, 0.5, 0.5, 0.3).auc()).isEqualTo(3.5 / 4, EXACT);
    assertThat(fit("0 1", 0.9, 0.1).auc()).isZero();
    assertThat(fit("0 1 1", 0.7, 0.7, 0.7).auc()).isEqualTo(0.5);
    assertThat(fit("1 1", 0.7, 0.8).auc()).isNaN();
    assertThat(fit("0", 0.7).auc()).isNaN();
  }

  @Test
  void rmseComparesWithinBins() {
    // In one bin the errors cancel; in two they do not: .1 and .1 off.
    List<Prediction> together = List.of(counted(1, true), counted(1, false));
    List<Prediction> apart = List.of(counted(1, true), counted(30, false));
    double[] predicted = {0.9, 0.1};
    assertThat(Metrics.rmseBins(together, predicted)).isEqualTo(0, EXACT);
    assertThat(Metrics.rmseBins(apart, predicted)).isEqualTo(0.1, EXACT);
    // Weighted: two answers off by .5 each way in one bin, one off by .3 in the other.
    List<Prediction> three = List.of(counted(1, true), counted(1, true), counted(30, false));
    assertThat(Metrics.rmseBins(three, new double[] {0.5, 0.5, 0.3}))
        .isEqualTo(Math.sqrt((2 * 0.25 + 0.09) / 3), EXACT);
  }

  @Test
  void binsAreSpacedByLogarithms() {
    assertThat(Bin.of(1, 1, 0)).isEqualTo(new Bin(0, 0, -1));
    assertThat(Bin.of(3, 1, 1)).isEqualTo(new Bin(0, 0, 0));
    assertThat(Bin.of(4, 2, 2)).isEqualTo(new Bin(1, 1, 1));
    assertThat(Bin.of(13, 3, 2)).isEqualTo(new Bin(1, 1, 1));
    assertThat(Bin.of(14, 4, 3)).isEqualTo(new Bin(2, 2, 2));
  }

  @Test
  void wellCalibratedPredictionsHaveASmallError() {
    SplittableRandom random = new SplittableRandom(1);
    List<Prediction> answers = new ArrayList<>();
    double[] predicted = new double[20_000];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = random.nextDouble();
      answers.add(counted(1 + random.nextInt(200), random.nextDouble() < predicted[i]));
    }
    Fit fit = Metrics.fit(answers, predicted);
    assertThat(fit.rmseBins()).isLessThan(0.02);
    assertThat(fit.calibration()).hasSize(10);
    assertThat(fit.calibration())
        .allSatisfy(
            bin -> {
              assertThat(bin.answers()).isEqualTo(2_000);
              assertThat(bin.observed()).isEqualTo(bin.predicted(), within(0.04));
            });
  }

  @Test
  void equalPredictionsAreOneBin() {
    assertThat(fit("1 1 0 1", 0.9, 0.9, 0.9, 0.9).calibration())
        .singleElement()
        .satisfies(
            bin -> {
              assertThat(bin.predicted()).isEqualTo(0.9, EXACT);
              assertThat(bin.observed()).isEqualTo(0.75);
              assertThat(bin.answers()).isEqualTo(4);
            });
    assertThat(fit("1 0 1", 0.9, 0.1, 0.9).calibration())
        .extracting(Calibration::answers)
        .containsExactly(1, 2);
  }

  private static Fit fit(String outcomes, double... predicted) {
    List<Prediction> answers = new ArrayList<>();
    for (String outcome : outcomes.split(" ")) {
      answers.add(counted(1, outcome.equals("1")));
    }
    return Metrics.fit(answers, predicted);
  }

  private static Prediction counted(int elapsed, boolean recalled) {
    return new Prediction(Bin.of(elapsed, 2, 0), recalled, 0, 0);
  }
}
