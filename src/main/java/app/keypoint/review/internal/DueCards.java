package app.keypoint.review.internal;

import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.review.DueCard;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.schedule.AnswerContext;
import app.keypoint.review.internal.schedule.Previews;
import org.springframework.stereotype.Component;

/** Shows cards with their question, the order of its options and what each grade would give. */
@Component
class DueCards {

  private final Catalogue catalogue;

  DueCards(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  DueCard show(CardEntity card, StepKind kind, AnswerContext context) {
    QuestionVersion question = question(card);
    return new DueCard(
        card.id(),
        card.version(),
        question,
        DueCard.optionOrder(card.id(), card.version(), question),
        kind,
        card.fresh(),
        card.schedule().lapses(),
        Previews.of(card.schedule(), context));
  }

  /** Whether there is a question to show. */
  boolean served(CardEntity card) {
    return catalogue.question(card.questionId()).isPresent();
  }

  /**
   * The card's question as it is served now.
   *
   * @throws StaleCardException when it has been retired
   */
  QuestionVersion question(CardEntity card) {
    return catalogue
        .question(card.questionId())
        .orElseThrow(() -> new StaleCardException(card.id()));
  }
}
