package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.loading.QuestionHolder;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes cards out of the queue whose question is not served, whatever left them there. */
@Component
@Transactional
@OpenTo(Audience.FEATURES)
class UnservedCards implements QuestionHolder {

  private final CardRepository cards;
  private final LogWriter writer;

  UnservedCards(CardRepository cards, LogWriter writer) {
    this.cards = cards;
    this.writer = writer;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Integer> kept(Collection<String> questionIds) {
    return cards.countByQuestion(questionIds).stream()
        .collect(
            Collectors.toMap(
                CardRepository.CardsOfQuestion::questionId, kept -> (int) kept.cards()));
  }

  @Override
  public int keepOnly(Set<String> served) {
    List<String> unserved =
        cards.questionsAsked().stream().filter(question -> !served.contains(question)).toList();
    if (unserved.isEmpty()) {
      return 0;
    }
    int found = cards.countByQuestionIdInAndRetiredFalse(unserved);
    writer.retire(unserved);
    return found;
  }
}
