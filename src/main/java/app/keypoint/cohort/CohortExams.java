package app.keypoint.cohort;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.SortedMap;
import org.springframework.validation.annotation.Validated;

/**
 * Exam dates that an instructor sets for a cohort. Every method wants the role of an instructor
 * ({@link org.springframework.security.access.AccessDeniedException} otherwise), and answers {@link
 * app.keypoint.identity.GoneException} for a cohort of somebody else just as for one that does not
 * exist.
 */
@Validated
public interface CohortExams {

  /** The cohort's exam days by quiz id, past ones too. */
  SortedMap<String, LocalDate> of(@Own long instructorId, long cohortId);

  /**
   * Names the day of an exam on a quiz, or another one; each member's practice follows it.
   *
   * @throws IllegalArgumentException when the day is not after the instructor's today
   * @throws app.keypoint.identity.GoneException also when no such quiz is being served, or it is
   *     not for the members
   */
  void set(
      @Own long instructorId, long cohortId, @Size(max = Quiz.MAX_ID) String quizId, LocalDate day);

  /** Forgets an exam. */
  void remove(@Own long instructorId, long cohortId, @Size(max = Quiz.MAX_ID) String quizId);
}
