package app.keypoint.review.internal;

import app.keypoint.content.QuestionHolder;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes cards out of the queue whose question is not served, whatever left them there. */
@Component
@Transactional
class UnservedCards implements QuestionHolder {

  private final CardRepository cards;

  UnservedCards(CardRepository cards) {
    this.cards = cards;
  }

  @Override
  public int keepOnly(Set<String> served) {
    List<String> unserved =
        cards.questionsAsked().stream().filter(question -> !served.contains(question)).toList();
    if (unserved.isEmpty()) {
      return 0;
    }
    int found = cards.countByQuestionIdInAndRetiredFalse(unserved);
    cards.retire(unserved);
    return found;
  }
}
