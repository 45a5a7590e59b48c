package app.keypoint.authoring.internal.sharing;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.internal.sharing.OpeningRepository.Restricted;
import app.keypoint.cohort.CohortsAround;
import app.keypoint.cohort.QuizzesOfCohorts;
import app.keypoint.content.QuizVisibility;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells content whom published quizzes are for. */
@Component
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class VisibilityService implements QuizVisibility {

  private final OpeningRepository openings;
  private final CohortsAround cohorts;

  VisibilityService(OpeningRepository openings, CohortsAround cohorts) {
    this.openings = openings;
    this.cohorts = cohorts;
  }

  @Override
  public Set<String> closedTo(long accountId) {
    return openings.closedTo(accountId, cohorts.of(accountId));
  }

  /** Tells cohorts which quizzes are not for them. */
  @Component
  @Transactional(readOnly = true)
  @OpenTo(Audience.FEATURES)
  static class OfCohorts implements QuizzesOfCohorts {

    private final OpeningRepository openings;

    OfCohorts(OpeningRepository openings) {
      this.openings = openings;
    }

    @Override
    public Map<Long, Set<String>> closedTo(Collection<Long> cohortIds) {
      List<Restricted> rows = openings.restricted(cohortIds);
      Set<String> all = rows.stream().map(Restricted::quizId).collect(Collectors.toSet());
      Map<Long, Set<String>> closed = new HashMap<>();
      cohortIds.forEach(id -> closed.put(id, new HashSet<>(all)));
      rows.forEach(
          row -> {
            Long to = row.openTo();
            Set<String> of = to == null ? null : closed.get(to);
            if (of != null) {
              of.remove(row.quizId());
            }
          });
      return closed;
    }
  }
}
