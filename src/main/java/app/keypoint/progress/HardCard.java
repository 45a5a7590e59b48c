package app.keypoint.progress;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.review.CardState;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card that gives its learner trouble, with what is on it. */
public record HardCard(CardState card, Question question, KeyPoint keyPoint) {

  static final Comparator<HardCard> HARDEST_FIRST =
      Comparator.comparingInt((HardCard hard) -> hard.card.lapses())
          .reversed()
          .thenComparingInt(hard -> hard.card.easiness())
          .thenComparing(
              Comparator.comparingDouble((HardCard hard) -> hard.card.difficulty()).reversed())
          .thenComparing(hard -> hard.card.questionId());

  /** The easiness of a card that was only ever good. */
  private static final int UNTROUBLED = 250;

  /** The difficulty that FSRS gives to a card that is answered without trouble, or less. */
  private static final double EASY = 6;

  /**
   * The quiz's cards that were forgotten or hard at least once.
   *
   * @param cards the learner's cards by question id
   */
  static Stream<HardCard> of(Quiz quiz, Map<String, CardState> cards) {
    Map<String, KeyPoint> keyPoints =
        quiz.keyPoints().stream().collect(Collectors.toMap(KeyPoint::id, Function.identity()));
    return quiz.questions().stream()
        .map(QuestionVersion::question)
        .filter(question -> cards.containsKey(question.id()))
        .map(
            question ->
                new HardCard(
                    Objects.requireNonNull(cards.get(question.id())),
                    question,
                    Objects.requireNonNull(keyPoints.get(question.keyPointId()))))
        .filter(
            hard ->
                hard.card.lapses() > 0
                    || hard.card.easiness() < UNTROUBLED
                    || hard.card.difficulty() > EASY);
  }
}
