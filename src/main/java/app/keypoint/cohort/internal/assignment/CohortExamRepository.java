package app.keypoint.cohort.internal.assignment;

import app.keypoint.practice.AssignedExams.Assigned;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface CohortExamRepository extends Repository<CohortExamEntity, CohortExamEntity.Key> {

  /** Sets a day; two that are the first may be set at once, and the later one holds. */
  default void put(long cohortId, String quizId, LocalDate day) {
    if (move(cohortId, quizId, day) == 0) {
      add(cohortId, quizId, day);
      move(cohortId, quizId, day);
    }
  }

  @Modifying
  @Query(
      "update CohortExamEntity e set e.examDay = :day where e.cohortId = :cohortId and e.quizId ="
          + " :quizId")
  int move(long cohortId, String quizId, LocalDate day);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into cohort_exam (cohort_id, quiz_id, exam_day) values (:cohortId, :quizId, :day)
          on conflict do nothing
          """)
  void add(long cohortId, String quizId, LocalDate day);

  void deleteById(CohortExamEntity.Key key);

  List<CohortExamEntity> findByCohortId(long cohortId);

  @Query(
      """
      select new app.keypoint.practice.AssignedExams$Assigned(e.quizId, e.examDay, c.name)
      from CohortExamEntity e
        join CohortEntity c on c.id = e.cohortId
        join CohortMemberEntity m on m.cohortId = e.cohortId
      where m.learnerId = :learnerId and e.examDay >= :from and c.archivedAt is null
      """)
  List<Assigned> assigned(long learnerId, LocalDate from);
}
