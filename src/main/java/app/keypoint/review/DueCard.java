package app.keypoint.review;

import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.OptionOrder;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.scheduling.Grade;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card to be answered now.
 *
 * @param version what the answer has to carry
 * @param optionOrder ids of the options as to be shown; empty for typed questions
 * @param kind what an answer counts for: scheduled, drill or practice
 * @param fresh whether it was never answered
 * @param lapses times that it was forgotten after it had been learned
 * @param previews what each grade would give, from the function that the answer uses; empty for
 *     practice
 */
public record DueCard(
    long cardId,
    int version,
    QuestionVersion question,
    List<String> optionOrder,
    StepKind kind,
    boolean fresh,
    int lapses,
    Map<Grade, Preview> previews) {

  /** An answer to the question as it is shown here. */
  public CardAnswer answer(Response response, Grade grade, Duration timeTaken) {
    return answer(response, grade, timeTaken, null);
  }

  /** The same, of which the learner said how sure they are. */
  public CardAnswer answer(
      Response response, Grade grade, Duration timeTaken, @Nullable Confidence confidence) {
    return new CardAnswer(cardId, version, question.id(), response, grade, timeTaken, confidence);
  }

  /** A card to be practised. Practice moves no schedule, so there is nothing to preview. */
  public static DueCard practised(CardSnapshot card, QuestionVersion question) {
    return new DueCard(
        card.id(),
        card.version(),
        question,
        optionOrder(card.id(), card.version(), question),
        StepKind.PRACTICE,
        card.fresh(),
        card.state().lapses(),
        Map.of());
  }

  /** The order of a question's options, another one each time the card is asked. */
  public static List<String> optionOrder(long cardId, int version, QuestionVersion question) {
    return OptionOrder.seeded(question.question(), cardId * 31 + version);
  }

  public boolean leech() {
    return Leech.at(lapses);
  }

  /**
   * What a grade would give.
   *
   * @param intervalDays days until the card is due; 0 is later today
   * @param againToday whether the card stays in today's queue
   */
  public record Preview(int intervalDays, boolean againToday) {}
}
