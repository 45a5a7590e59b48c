package app.keypoint.insight.evaluation;

import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.scheduling.Fsrs;
import app.keypoint.scheduling.FsrsState;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Sm2;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lives through the past of one card with both schedulers, asking each before every answer. */
final class Predictions {

  /** Neither the desired retention nor the steps change what FSRS predicts. */
  private static final Fsrs FSRS = Fsrs.published(0.9);

  private final List<Prediction> counted;
  private Sm2 sm2 = Sm2.NEW;
  private FsrsState fsrs = FSRS.fresh();
  private @Nullable LocalDate last;
  private int repetition = 1;
  private int lapses;

  private Predictions(List<Prediction> counted) {
    this.counted = counted;
  }

  /**
   * The answers that count: those at least one study day after their card's last one. Practice,
   * which leaves schedules alone, is as if it had not been.
   *
   * @param answers of any number of cards; each card's own oldest first
   */
  static List<Prediction> of(List<PastAnswer> answers) {
    List<Prediction> counted = new ArrayList<>();
    Map<String, Predictions> cards = new LinkedHashMap<>();
    for (PastAnswer answer : answers) {
      if (answer.phase() != Phase.PRACTICE) {
        cards.computeIfAbsent(answer.card(), card -> new Predictions(counted)).next(answer);
      }
    }
    return counted;
  }

  private void next(PastAnswer answer) {
    // A clock set back must not make days negative.
    int elapsed =
        last == null
            ? 0
            : Math.toIntExact(Math.max(0, answer.studyDay().toEpochDay() - last.toEpochDay()));
    if (elapsed > 0) {
      repetition++;
      count(answer, elapsed);
    }
    // A drill answer, on the day of a passed one, changes nothing in SM-2.
    if (elapsed > 0 || sm2.interval() == 0) {
      sm2 = sm2.after(Grade.ofRating(answer.rating()).q());
    }
    fsrs = FSRS.after(fsrs, answer.rating(), elapsed);
    last = last == null || elapsed > 0 ? answer.studyDay() : last;
  }

  private void count(PastAnswer answer, int elapsed) {
    boolean recalled = answer.rating() > 1;
    double sm2Recall = Math.pow(0.9, (double) elapsed / Math.max(1, sm2.interval()));
    counted.add(
        new Prediction(
            Bin.of(elapsed, repetition, lapses), recalled, sm2Recall, FSRS.recall(fsrs, elapsed)));
    lapses += recalled ? 0 : 1;
  }
}
