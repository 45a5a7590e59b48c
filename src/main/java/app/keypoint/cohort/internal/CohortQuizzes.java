package app.keypoint.cohort.internal;

import app.keypoint.cohort.QuizzesOfCohorts;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.identity.GoneException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The served quizzes that are for a cohort's members. */
@Component
public class CohortQuizzes {

  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final ObjectProvider<QuizzesOfCohorts> published;

  CohortQuizzes(Catalogue catalogue, OpenQuizzes open, ObjectProvider<QuizzesOfCohorts> published) {
    this.catalogue = catalogue;
    this.open = open;
    this.published = published;
  }

  /** By position. No query while all quizzes come from files. */
  public List<Quiz> of(long cohortId) {
    if (open.onlyFiles()) {
      return catalogue.quizzes();
    }
    Set<String> ids = openTo(List.of(cohortId)).getOrDefault(cohortId, Set.of());
    return catalogue.quizzes().stream().filter(quiz -> ids.contains(quiz.id())).toList();
  }

  /** The ids of those of each of these cohorts. One query, and none while all come from files. */
  public Map<Long, Set<String>> openTo(Collection<Long> cohortIds) {
    List<Map<Long, Set<String>>> closed =
        open.onlyFiles()
            ? List.of()
            : published.stream().map(some -> some.closedTo(cohortIds)).toList();
    Set<String> served = catalogue.quizzes().stream().map(Quiz::id).collect(Collectors.toSet());
    return cohortIds.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id -> {
                  Set<String> theirs = new HashSet<>(served);
                  closed.forEach(some -> theirs.removeAll(some.getOrDefault(id, Set.of())));
                  return theirs;
                }));
  }

  /**
   * One of them.
   *
   * @throws GoneException when it is not for them, and when none is served
   */
  public Quiz require(long cohortId, String quizId) {
    return of(cohortId).stream()
        .filter(quiz -> quiz.id().equals(quizId))
        .findFirst()
        .orElseThrow(() -> new GoneException("quiz " + quizId));
  }
}
