package app.keypoint.cohort.dashboard;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.validation.annotation.Validated;

/** Which columns of the table of learners an instructor has hidden, in all of their cohorts. */
@Validated
public interface TableColumns {

  /** The most columns that are remembered. */
  int MAX = 200;

  /** The longest name of a column. */
  int MAX_NAME = Quiz.MAX_ID + 20;

  /** Their names; a column that is new is not among them. */
  Set<String> hidden(@Own long instructorId);

  /** Hides these and shows all others. */
  void hide(@Own long instructorId, @Size(max = MAX) Set<@Size(max = MAX_NAME) String> hidden);
}
