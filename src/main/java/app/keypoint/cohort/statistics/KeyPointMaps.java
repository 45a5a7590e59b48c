package app.keypoint.cohort.statistics;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * How well each learner of a cohort holds each key point. Wants the role of an instructor, and
 * answers {@link app.keypoint.identity.GoneException} to whoever does not run the cohort.
 */
@Validated
public interface KeyPointMaps {

  /**
   * The map of now. The number of statements depends neither on learners nor on key points.
   *
   * @param quizId null for all quizzes of the cohort
   * @throws app.keypoint.identity.GoneException also for a quiz that is not the cohort's
   */
  KeyPointMap of(
      @Own long instructorId, long cohortId, @Nullable @Size(max = Quiz.MAX_ID) String quizId);
}
