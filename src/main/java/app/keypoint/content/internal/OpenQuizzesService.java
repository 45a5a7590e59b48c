package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.content.QuizVisibility;
import app.keypoint.identity.GoneException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

@Service
@OpenTo(Audience.FEATURES)
class OpenQuizzesService implements OpenQuizzes {

  private final CatalogueSnapshot catalogue;
  private final ObjectProvider<QuizVisibility> visibilities;

  OpenQuizzesService(CatalogueSnapshot catalogue, ObjectProvider<QuizVisibility> visibilities) {
    this.catalogue = catalogue;
    this.visibilities = visibilities;
  }

  @Override
  public List<Quiz> to(long accountId) {
    if (onlyFiles()) {
      return catalogue.quizzes();
    }
    Set<String> closed = closed(accountId);
    return catalogue.quizzes().stream().filter(quiz -> !closed.contains(quiz.id())).toList();
  }

  @Override
  public Quiz require(long accountId, String quizId) {
    return find(accountId, quizId).orElseThrow(() -> new GoneException("quiz " + quizId));
  }

  @Override
  public boolean isFor(long accountId, String quizId) {
    return find(accountId, quizId).isPresent();
  }

  private Optional<Quiz> find(long accountId, String quizId) {
    return catalogue
        .quiz(quizId)
        .filter(quiz -> inFile(quizId) || !closed(accountId).contains(quizId));
  }

  private Set<String> closed(long accountId) {
    Set<String> closed = new HashSet<>();
    visibilities.forEach(visibility -> closed.addAll(visibility.closedTo(accountId)));
    return closed;
  }

  @Override
  public boolean onlyFiles() {
    return catalogue.published().isEmpty();
  }

  @Override
  public boolean inFile(String quizId) {
    return !catalogue.published().contains(quizId);
  }
}
