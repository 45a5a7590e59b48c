package app.keypoint.practice;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** Days for which learners prepare quizzes. */
@Validated
public interface Exams {

  /** The learner's coming exams, own and assigned, the nearest first; past ones are left out. */
  List<Exam> of(@Own Account learner);

  /**
   * Names the day of an exam, or another one.
   *
   * @throws IllegalArgumentException when the day is not after today
   * @throws app.keypoint.identity.GoneException when no such quiz is being served
   */
  void set(@Own Account learner, @Size(max = Quiz.MAX_ID) String quizId, LocalDate day);

  /** Forgets the learner's own exam of a quiz; an assigned one stays. */
  void remove(@Own Account learner, @Size(max = Quiz.MAX_ID) String quizId);
}
