package app.keypoint.cohort.internal;

import app.keypoint.cohort.QuizzesOfCohorts;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.identity.GoneException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The served quizzes that are for a cohort's members. */
@Component
class CohortQuizzes {

  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final ObjectProvider<QuizzesOfCohorts> published;

  CohortQuizzes(Catalogue catalogue, OpenQuizzes open, ObjectProvider<QuizzesOfCohorts> published) {
    this.catalogue = catalogue;
    this.open = open;
    this.published = published;
  }

  /** By position. No query while all quizzes come from files. */
  List<Quiz> of(long cohortId) {
    if (open.onlyFiles()) {
      return catalogue.quizzes();
    }
    Set<String> closed = new HashSet<>();
    published.forEach(some -> closed.addAll(some.closedTo(cohortId)));
    return catalogue.quizzes().stream().filter(quiz -> !closed.contains(quiz.id())).toList();
  }

  /**
   * One of them.
   *
   * @throws GoneException when it is not for them, and when none is served
   */
  Quiz require(long cohortId, String quizId) {
    return of(cohortId).stream()
        .filter(quiz -> quiz.id().equals(quizId))
        .findFirst()
        .orElseThrow(() -> new GoneException("quiz " + quizId));
  }
}
