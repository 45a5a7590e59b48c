package app.keypoint.practice;

import java.time.LocalDate;
import java.util.List;

/** Exams that instructors set for their cohorts; implemented by those, since they use reviews. */
public interface AssignedExams {

  /** Those of the cohorts that a learner is in, from a day on. One query. */
  List<Assigned> of(long learnerId, LocalDate from);

  /** An exam date of a cohort. */
  record Assigned(String quizId, LocalDate day, String cohort) {}
}
