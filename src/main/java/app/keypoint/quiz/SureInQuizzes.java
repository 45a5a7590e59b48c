package app.keypoint.quiz;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What learners were sure of in quizzes. Retakes leave nothing in the review log. */
public interface SureInQuizzes {

  /**
   * Questions that the learner answered rightly, or wrongly though sure, on or after a study day,
   * in attempts of any state. One query.
   */
  List<Answered> since(long learnerId, LocalDate from);

  /**
   * A question.
   *
   * @param wrong the last day on which it was wrong though sure; null for none
   * @param wrongAt when that was
   * @param right the last day on which it was right; null for none
   */
  record Answered(
      String questionId,
      @Nullable LocalDate wrong,
      @Nullable Instant wrongAt,
      @Nullable LocalDate right) {

    /** Whether it was right on a later day than this: the same day tells what was just read. */
    public boolean rightAfter(LocalDate day) {
      return right != null && right.isAfter(day);
    }
  }
}
