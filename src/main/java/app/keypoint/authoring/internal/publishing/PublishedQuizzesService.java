package app.keypoint.authoring.internal.publishing;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.internal.publishing.EditionRepository.Served;
import app.keypoint.content.loading.PublishedQuizzes;
import app.keypoint.identity.GoneException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the content, which knows no authors, what these have published. */
@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
public class PublishedQuizzesService implements PublishedQuizzes {

  private final EditionRepository editions;

  PublishedQuizzesService(EditionRepository editions) {
    this.editions = editions;
  }

  @Override
  public Map<String, String> stamps() {
    return editions.served().stream()
        .collect(Collectors.toMap(Served::quizId, served -> stamp(served.edition())));
  }

  @Override
  public String text(String quizId) {
    return editions.servedText(quizId).orElseThrow(() -> new GoneException("edition of " + quizId));
  }

  public static String stamp(int edition) {
    return String.valueOf(edition);
  }
}
