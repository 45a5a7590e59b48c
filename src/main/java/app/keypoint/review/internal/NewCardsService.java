package app.keypoint.review.internal;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.review.NewCards;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class NewCardsService implements NewCards {

  private final CardRepository cards;
  private final Catalogue catalogue;
  private final Clock clock;

  NewCardsService(CardRepository cards, Catalogue catalogue, Clock clock) {
    this.cards = cards;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public int add(Account learner, String quizId) {
    List<String> questions = questions(quizId);
    Set<String> existing =
        cards.findByLearnerIdAndQuestionIdIn(learner.id(), questions).stream()
            .map(card -> card.questionId)
            .collect(Collectors.toSet());
    Instant now = clock.instant();
    LocalDate today = learner.calendar().dayOf(now);
    List<CardEntity> added =
        questions.stream()
            .filter(question -> !existing.contains(question))
            .map(question -> new CardEntity(learner.id(), question, CardSchedule.fresh(today, now)))
            .toList();
    cards.saveAll(added);
    return added.size();
  }

  /** A card with a log has a past, even if that is only that it was buried: it stays. */
  @Override
  public int withdraw(Account learner, String quizId) {
    List<CardEntity> unbegun =
        cards.findByLearnerIdAndQuestionIdIn(learner.id(), questions(quizId)).stream()
            .filter(card -> card.fresh && card.version == 0)
            .toList();
    cards.deleteAllInBatch(unbegun);
    return unbegun.size();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Integer> waiting(long learnerId) {
    return cards.freshQuestions(learnerId).stream()
        .flatMap(question -> catalogue.question(question).stream())
        .collect(Collectors.toMap(version -> version.quizId(), _ -> 1, Integer::sum));
  }

  private List<String> questions(String quizId) {
    Quiz quiz = catalogue.quiz(quizId).orElseThrow(() -> new GoneException("quiz " + quizId));
    return quiz.questions().stream().map(version -> version.question().id()).toList();
  }
}
