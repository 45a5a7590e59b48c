package app.keypoint.review.evaluation;

import app.keypoint.review.Grade;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.PastAnswer.Phase;
import app.keypoint.review.fsrs.Fsrs;
import app.keypoint.review.sm2.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lives through the past of one card with both schedulers, asking each before every answer. */
final class Replay {

  /** Neither the wanted retention nor the steps change what FSRS predicts. */
  private static final Fsrs FSRS = Fsrs.published(0.9);

  private final List<Counted> counted;
  private Schedule sm2 = Schedule.NEW;
  private app.keypoint.review.fsrs.Schedule fsrs = FSRS.fresh();
  private @Nullable LocalDate last;
  private int repetition = 1;
  private int lapses;

  private Replay(List<Counted> counted) {
    this.counted = counted;
  }

  /**
   * The answers that count: those at least one study day after their card's last one. Practice,
   * which leaves schedules alone, is as if it had not been.
   *
   * @param answers of any number of cards; each card's own oldest first
   */
  static List<Counted> of(List<PastAnswer> answers) {
    List<Counted> counted = new ArrayList<>();
    Map<String, Replay> cards = new LinkedHashMap<>();
    for (PastAnswer answer : answers) {
      if (answer.phase() != Phase.PRACTICE) {
        cards.computeIfAbsent(answer.card(), card -> new Replay(counted)).next(answer);
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
        new Counted(
            Bin.of(elapsed, repetition, lapses), recalled, sm2Recall, FSRS.recall(fsrs, elapsed)));
    lapses += recalled ? 0 : 1;
  }
}
