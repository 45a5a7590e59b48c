package app.keypoint.cohort.internal;

import app.keypoint.cohort.Nudge;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Deadline;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizStandings.Finish;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which of a cohort's members have not finished what was due. */
@Component
class LateAssignments {

  private final AssignmentRepository assignments;
  private final QuizStandings standings;
  private final Catalogue catalogue;

  LateAssignments(AssignmentRepository assignments, QuizStandings standings, Catalogue catalogue) {
    this.assignments = assignments;
    this.standings = standings;
    this.catalogue = catalogue;
  }

  /**
   * A member who is asked.
   *
   * @param standings by quiz id
   */
  record Asked(Account account, Instant joinedAt, Map<String, QuizStanding> standings) {

    /** Whether they can still do something about it. */
    boolean canFinish(String quizId, Set<String> open) {
      QuizStanding standing = standings.get(quizId);
      return open.contains(quizId) || (standing != null && standing.openAttempt() != null);
    }
  }

  /**
   * By learner; whoever is late with nothing is absent. One statement while nothing is past its
   * time, three otherwise, however many learners there are.
   *
   * @param open ids of the quizzes that the members may begin
   */
  Map<Long, List<Nudge.Late>> of(
      long cohortId, Collection<Asked> learners, Set<String> open, Instant now) {
    // Extensions are later than what they extend.
    List<AssignmentEntity> past =
        assignments.findByCohortIdOrderByDueAtAscQuizIdAsc(cohortId).stream()
            .filter(row -> row.dueAt.isBefore(now) && catalogue.quiz(row.quizId).isPresent())
            .toList();
    if (past.isEmpty() || learners.isEmpty()) {
      return Map.of();
    }
    Map<QuizOfLearner, Instant> extended = QuizOfLearner.extended(assignments.extensions(cohortId));
    Map<QuizOfLearner, List<Finish>> finished =
        QuizOfLearner.finished(
            standings.finishes(
                learners.stream().map(each -> each.account().id()).toList(),
                past.stream().map(row -> row.quizId).toList()));
    Map<Long, List<Nudge.Late>> late = new HashMap<>();
    for (Asked learner : learners) {
      List<Nudge.Late> of =
          past.stream()
              .filter(row -> learner.canFinish(row.quizId, open))
              .flatMap(
                  row -> {
                    QuizOfLearner key = new QuizOfLearner(row.quizId, learner.account().id());
                    return AssignmentService.deadline(
                        learner.joinedAt(),
                        row.terms(),
                        extended.get(key),
                        finished.getOrDefault(key, List.of()))
                        .flatMap(deadline -> late(row, deadline, learner.account(), now))
                        .stream();
                  })
              .toList();
      if (!of.isEmpty()) {
        late.put(learner.account().id(), of);
      }
    }
    return late;
  }

  private Optional<Nudge.Late> late(
      AssignmentEntity row, Deadline deadline, Account learner, Instant now) {
    if (deadline.state(now) != Deadline.State.LATE) {
      return Optional.empty();
    }
    var zone = learner.calendar().zone();
    long days =
        now.atZone(zone).toLocalDate().toEpochDay()
            - deadline.due().atZone(zone).toLocalDate().toEpochDay();
    return catalogue.quiz(row.quizId).map(quiz -> new Nudge.Late(quiz, Math.toIntExact(days)));
  }
}
