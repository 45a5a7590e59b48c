package app.keypoint.cohort.internal.assignment;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.practice.AssignedExams;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells reviews, which know no cohorts, what these assign. */
@Service
@OpenTo(Audience.FEATURES)
class AssignedExamsService implements AssignedExams {

  private final CohortExamRepository exams;

  AssignedExamsService(CohortExamRepository exams) {
    this.exams = exams;
  }

  @Override
  public List<Assigned> of(long learnerId, LocalDate from) {
    return exams.assigned(learnerId, from);
  }
}
