package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.review.NewCards;
import app.keypoint.review.internal.history.Rescheduling;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class NewCardsService implements NewCards {

  private final CardRepository cards;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final LogWriter writer;
  private final Rescheduling rescheduling;

  NewCardsService(
      CardRepository cards,
      Catalogue catalogue,
      OpenQuizzes open,
      LogWriter writer,
      Rescheduling rescheduling) {
    this.cards = cards;
    this.catalogue = catalogue;
    this.open = open;
    this.writer = writer;
    this.rescheduling = rescheduling;
  }

  @Override
  public int add(Account learner, String quizId) {
    List<String> questions = open.require(learner.id(), quizId).questionIds();
    Step step = writer.begin(learner);
    Set<String> existing =
        cards.findByLearnerIdAndQuestionIdIn(learner.id(), questions).stream()
            .map(card -> card.questionId())
            .collect(Collectors.toSet());
    List<CardEntity> made =
        questions.stream()
            .filter(question -> !existing.contains(question))
            .map(question -> writer.create(step, question, step.day(), step.at()))
            .toList();
    rescheduling.begun(step, made);
    return made.size();
  }

  /** A card with a log has a past, even if that is only that it was buried: it stays. */
  @Override
  public int withdraw(Account learner, String quizId) {
    Step step = writer.begin(learner);
    List<CardEntity> unbegun =
        cards.lockOfQuestions(learner.id(), questions(quizId)).stream()
            .filter(card -> card.version() == 0)
            .toList();
    writer.withdraw(step, unbegun);
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
    return catalogue
        .quiz(quizId)
        .orElseThrow(() -> new GoneException("quiz " + quizId))
        .questionIds();
  }
}
