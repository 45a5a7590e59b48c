package app.keypoint.progress;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Quiz;
import app.keypoint.review.CardState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How well a learner holds a key point.
 *
 * @param questions served questions of the key point
 * @param cards how many of them the learner has in review
 * @param retained mean probability of recall today over the questions, 0..1; one without a card
 *     counts 0
 */
public record KeyPointMastery(
    KeyPoint keyPoint, int questions, int cards, double retained, Level level) {

  /** In words. */
  public enum Level {
    /** No card yet. */
    NEW,
    /** Retained below 60 %. */
    WEAK,
    /** Neither weak nor strong. */
    GROWING,
    /** Retained 85 % or more, and every card with an interval of 21 days or more. */
    STRONG
  }

  /**
   * Mastery of each key point of a quiz, in the quiz's order.
   *
   * @param cards the learner's cards by question id
   */
  public static List<KeyPointMastery> of(Quiz quiz, Map<String, CardState> cards, LocalDate today) {
    return quiz.keyPoints().stream().map(keyPoint -> of(keyPoint, quiz, cards, today)).toList();
  }

  private static KeyPointMastery of(
      KeyPoint keyPoint, Quiz quiz, Map<String, CardState> cards, LocalDate today) {
    List<String> questions =
        quiz.questions().stream()
            .filter(version -> version.question().keyPointId().equals(keyPoint.id()))
            .map(version -> version.question().id())
            .toList();
    List<CardState> started = questions.stream().map(cards::get).filter(Objects::nonNull).toList();
    double retained =
        started.stream().mapToDouble(card -> card.recall(today)).sum()
            / Math.max(1, questions.size());
    boolean mature =
        started.size() == questions.size()
            && started.stream().allMatch(card -> card.intervalDays() >= CardState.MATURE_DAYS);
    return new KeyPointMastery(
        keyPoint, questions.size(), started.size(), retained, level(started, retained, mature));
  }

  private static Level level(List<CardState> started, double retained, boolean mature) {
    if (started.isEmpty()) {
      return Level.NEW;
    }
    if (retained < 0.6) {
      return Level.WEAK;
    }
    return mature && retained >= 0.85 ? Level.STRONG : Level.GROWING;
  }
}
