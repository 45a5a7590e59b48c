package app.keypoint.cohort.internal.assignment;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.identity.Accounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class CohortExamService implements CohortExams {

  private final CohortExamRepository exams;
  private final CohortAccess access;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final Clock clock;

  CohortExamService(
      CohortExamRepository exams,
      CohortAccess access,
      CohortQuizzes quizzes,
      Accounts accounts,
      Clock clock) {
    this.exams = exams;
    this.access = access;
    this.quizzes = quizzes;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public SortedMap<String, LocalDate> of(long instructorId, long cohortId) {
    access.require(instructorId, cohortId);
    SortedMap<String, LocalDate> days = new TreeMap<>();
    exams.findByCohortId(cohortId).forEach(exam -> days.put(exam.quizId, exam.examDay));
    return days;
  }

  @Override
  public void set(long instructorId, long cohortId, String quizId, LocalDate day) {
    access.holdRunning(instructorId, cohortId);
    var unused = quizzes.require(cohortId, quizId);
    LocalDate today = accounts.require(instructorId).today(clock);
    if (!day.isAfter(today)) {
      throw new IllegalArgumentException("An exam lies ahead, but " + day + " does not");
    }
    exams.put(cohortId, quizId, day);
  }

  @Override
  public void remove(long instructorId, long cohortId, String quizId) {
    access.holdRunning(instructorId, cohortId);
    exams.deleteById(new CohortExamEntity.Key(cohortId, quizId));
  }
}
