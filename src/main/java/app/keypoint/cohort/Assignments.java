package app.keypoint.cohort;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.quiz.Deadline;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * Quizzes that an instructor asks a cohort to finish. Every method wants the role of an instructor
 * ({@link org.springframework.security.access.AccessDeniedException} otherwise), and answers {@link
 * app.keypoint.identity.GoneException} for a cohort of somebody else just as for one that does not
 * exist.
 */
@Validated
public interface Assignments {

  /** All of a cohort, what is due first first. The number of statements is the same for any. */
  Overview of(@Own long instructorId, long cohortId);

  /**
   * Assigns a quiz, or changes its terms; extensions that are not later than it any more go.
   *
   * @throws IllegalArgumentException when a new due time does not lie ahead, or it opens after it
   * @throws app.keypoint.identity.GoneException also when no such quiz is being served, or a new
   *     one is not for the members
   */
  void assign(
      @Own long instructorId, long cohortId, @Size(max = Quiz.MAX_ID) String quizId, Terms terms);

  /** Asks for it no longer. What learners did in the quiz stays. */
  void withdraw(@Own long instructorId, long cohortId, @Size(max = Quiz.MAX_ID) String quizId);

  /**
   * Gives one learner more time, or with null no more than the others. Who joined after it was due
   * is asked for it by that.
   *
   * @throws IllegalArgumentException when that is not later than for the others, or before they
   *     joined
   * @throws app.keypoint.identity.GoneException also when they are no member, or nothing is
   *     assigned
   */
  void extend(
      @Own long instructorId,
      long cohortId,
      @Size(max = Quiz.MAX_ID) String quizId,
      long learnerId,
      @Nullable Instant due);

  /**
   * What is asked.
   *
   * @param opens null when it is open at once
   * @param wanted the least share of marks that counts as finished, 0..1; null when any does
   */
  record Terms(@Nullable Instant opens, Instant due, @Nullable Double wanted) {

    /**
     * @throws IllegalArgumentException when it opens after it is due, or asks for more than all
     */
    public Terms {
      if (opens != null && opens.isAfter(due)) {
        throw new IllegalArgumentException("Opens at " + opens + ", due at " + due);
      }
      if (wanted != null && !(wanted > 0 && wanted <= 1)) {
        throw new IllegalArgumentException("A share of marks is above 0 and at most 1: " + wanted);
      }
    }
  }

  /**
   * A cohort's assignments.
   *
   * @param quizzes those for its members, by position
   */
  record Overview(Cohort cohort, List<Quiz> quizzes, List<Assignment> assignments) {}

  /**
   * One of them.
   *
   * @param closed whether the quiz is not for the members any more, so that nobody can begin it
   * @param learners every member who is asked for it and may still finish it, or has, by name; who
   *     joined after it was due is not asked
   * @param newcomers members who joined after it was due and may still do it, by name: they are
   *     asked for it once they are given time
   */
  record Assignment(
      Quiz quiz, Terms terms, boolean closed, List<Standing> learners, List<Newcomer> newcomers) {

    /** How many learners are in one of these states. */
    public int count(Instant now, Deadline.State... states) {
      List<Deadline.State> wanted = List.of(states);
      return (int)
          learners.stream()
              .filter(learner -> wanted.contains(learner.deadline().state(now)))
              .count();
    }
  }

  /** Somebody who joined after something was due. */
  record Newcomer(long learnerId, String name, Instant joined) {}

  /** Where a learner stands. */
  record Standing(long learnerId, String name, Deadline deadline) {}
}
