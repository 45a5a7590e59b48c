package app.keypoint.cohort.internal.assignment;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.Assignments.Terms;
import app.keypoint.content.Catalogue;
import app.keypoint.quiz.AssignedQuizzes;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizStandings.Finish;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells learners, whose screens know no cohorts, what these ask for. */
@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ACCOUNTS)
class AssignedQuizzesService implements AssignedQuizzes {

  private final AssignmentRepository assignments;
  private final Catalogue catalogue;
  private final QuizStandings standings;
  private final Clock clock;

  AssignedQuizzesService(
      AssignmentRepository assignments, Catalogue catalogue, QuizStandings standings, Clock clock) {
    this.assignments = assignments;
    this.catalogue = catalogue;
    this.standings = standings;
    this.clock = clock;
  }

  @Override
  public List<Assigned> of(long learnerId) {
    Instant now = clock.instant();
    List<AssignmentRepository.OfLearner> rows =
        assignments.ofLearner(learnerId).stream()
            .filter(row -> catalogue.quiz(row.quizId()).isPresent())
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, List<Finish>> finished =
        AssignmentService.finishes(
            standings,
            learnerId,
            rows.stream().map(AssignmentRepository.OfLearner::quizId).distinct().toList());
    return rows.stream()
        .flatMap(
            row ->
                AssignmentService.deadline(
                    row.joinedAt(),
                    new Terms(row.opensAt(), row.dueAt(), row.wanted()),
                    row.extendedTo(),
                    finished.getOrDefault(row.quizId(), List.of()))
                    .map(deadline -> new Assigned(row.quizId(), row.cohort(), deadline))
                    .stream())
        .filter(
            assigned ->
                assigned.deadline().done() == null
                    || assigned.deadline().due().plus(SHOWN).isAfter(now))
        .sorted(
            Comparator.comparing((Assigned assigned) -> assigned.deadline().due())
                .thenComparing(Assigned::quizId)
                .thenComparing(Assigned::cohort))
        .toList();
  }
}
