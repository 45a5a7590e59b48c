package app.keypoint.cohort.internal.assignment;

import static java.util.Objects.requireNonNull;

import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.internal.CohortMemberEntity;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
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
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Component;

/** Which of a cohort's members have not finished what was due. */
@Component
public class LateAssignments {

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
  record Assignee(Account account, Instant joinedAt, Map<String, QuizStanding> standings) {

    /** Whether they can still do something about it. */
    boolean canFinish(String quizId, Set<String> open) {
      QuizStanding standing = standings.get(quizId);
      return open.contains(quizId) || (standing != null && standing.openAttempt() != null);
    }
  }

  /**
   * The members of a cohort who are asked.
   *
   * @param open ids of the quizzes that they may begin
   */
  public record Group(Collection<Assignee> learners, Set<String> open) {

    /** Of whoever may sign in, with what each has done so far. */
    public static Group of(
        Collection<CohortMemberEntity> joined,
        Map<Long, Account> learners,
        Map<Long, Map<String, QuizStanding>> standings,
        Collection<Quiz> open) {
      return new Group(
          joined.stream()
              .map(
                  row ->
                      new Assignee(
                          requireNonNull(learners.get(row.learnerId())),
                          row.joinedAt(),
                          standings.getOrDefault(row.learnerId(), Map.of())))
              .filter(asked -> asked.account().enabled())
              .toList(),
          open.stream().map(Quiz::id).collect(Collectors.toSet()));
    }
  }

  /**
   * By cohort and learner; whoever is late with nothing is absent. One statement while nothing is
   * past its time, three otherwise, however many cohorts and learners there are.
   */
  public Map<Long, Map<Long, List<Nudge.Late>>> of(Map<Long, Group> cohorts, Instant now) {
    // Extensions are later than what they extend.
    Map<Long, List<AssignmentEntity>> past =
        assignments.findByCohortIdInOrderByDueAtAscQuizIdAsc(cohorts.keySet()).stream()
            .filter(row -> row.dueAt.isBefore(now) && catalogue.quiz(row.quizId).isPresent())
            .collect(Collectors.groupingBy(row -> row.cohortId));
    List<Long> learners =
        past.keySet().stream()
            .flatMap(id -> requireNonNull(cohorts.get(id)).learners().stream())
            .map(each -> each.account().id())
            .distinct()
            .toList();
    if (learners.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<ExtensionEntity>> extensions =
        assignments.extensions(past.keySet()).stream()
            .collect(Collectors.groupingBy(row -> row.cohortId));
    List<String> quizIds =
        past.values().stream().flatMap(List::stream).map(row -> row.quizId).distinct().toList();
    Map<QuizOfLearner, List<Finish>> finished =
        QuizOfLearner.finished(
            learners.stream()
                .gather(Gatherers.windowFixed(Accounts.MAX_AT_ONCE))
                .flatMap(some -> standings.finishes(some, quizIds).stream())
                .toList());
    Map<Long, Map<Long, List<Nudge.Late>>> late = new HashMap<>();
    past.forEach(
        (id, rows) ->
            late.put(
                id,
                late(
                    requireNonNull(cohorts.get(id)),
                    rows,
                    QuizOfLearner.extended(extensions.getOrDefault(id, List.of())),
                    finished,
                    now)));
    return late;
  }

  private Map<Long, List<Nudge.Late>> late(
      Group group,
      List<AssignmentEntity> past,
      Map<QuizOfLearner, Instant> extended,
      Map<QuizOfLearner, List<Finish>> finished,
      Instant now) {
    Map<Long, List<Nudge.Late>> late = new HashMap<>();
    for (Assignee learner : group.learners()) {
      List<Nudge.Late> of =
          past.stream()
              .filter(row -> learner.canFinish(row.quizId, group.open()))
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
