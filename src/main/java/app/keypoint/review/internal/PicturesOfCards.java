package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.picture.PictureViewers;
import app.keypoint.review.internal.log.CardRepository;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has a card sees the image of its question, whomever the quiz is for since. */
@Component
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class PicturesOfCards implements PictureViewers {

  private final CardRepository cards;

  PicturesOfCards(CardRepository cards) {
    this.cards = cards;
  }

  @Override
  public boolean wasAsked(long accountId, Set<String> questionIds, Set<String> quizIds) {
    return cards.existsByLearnerIdAndQuestionIdIn(accountId, questionIds);
  }
}
