package app.keypoint.authoring.internal;

import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.OpenedTo;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.authoring.internal.publishing.PublishedQuizzesService;
import app.keypoint.content.loading.TakeUp;
import app.keypoint.identity.GoneException;
import org.springframework.stereotype.Component;

/** Whether somebody may do something with a quiz: the one place that says so. */
@Component
public class QuizAccess {

  private final QuizRepository quizzes;
  private final TakeUp content;

  QuizAccess(QuizRepository quizzes, TakeUp content) {
    this.quizzes = quizzes;
    this.content = content;
  }

  /**
   * The quiz, if somebody may do this with it. One query.
   *
   * @throws GoneException otherwise, and when there is no such quiz
   */
  public Listed require(long accountId, String quizId, Right right) {
    return quizzes
        .find(quizId, accountId)
        .filter(listed -> listed.right(accountId).includes(right))
        .orElseThrow(() -> new GoneException("quiz " + quizId + " to " + right));
  }

  /** The same, held until the transaction ends: rights and quiz are as they are under the lock. */
  public QuizEntity hold(long accountId, String quizId, Right right) {
    QuizEntity quiz =
        quizzes
            .lock(quizId)
            .orElseThrow(() -> new GoneException("quiz " + quizId + " to " + right));
    var unused = require(accountId, quizId, right);
    return quiz;
  }

  public DraftSummary summary(Listed listed, long accountId, String author) {
    QuizEntity quiz = listed.quiz();
    return new DraftSummary(
        quiz.id,
        quiz.title,
        author,
        listed.right(accountId),
        quiz.visibility == OpenedTo.EVERYONE || listed.openings() > 0
            ? quiz.visibility
            : OpenedTo.NOBODY,
        quiz.published,
        quiz.published == null
            ? !content.serves(quiz.id)
            : content.has(quiz.id, PublishedQuizzesService.stamp(quiz.published)),
        quiz.changedAt,
        (int) listed.questions());
  }
}
