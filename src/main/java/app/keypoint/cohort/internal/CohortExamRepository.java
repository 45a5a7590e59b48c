package app.keypoint.cohort.internal;

import app.keypoint.practice.AssignedExams.Assigned;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CohortExamRepository extends Repository<CohortExamEntity, CohortExamEntity.Key> {

  CohortExamEntity save(CohortExamEntity exam);

  void deleteById(CohortExamEntity.Key key);

  List<CohortExamEntity> findByCohortId(long cohortId);

  @Query(
      """
      select new app.keypoint.practice.AssignedExams$Assigned(e.quizId, e.examDay, c.name)
      from CohortExamEntity e
        join CohortEntity c on c.id = e.cohortId
        join CohortMemberEntity m on m.cohortId = e.cohortId
      where m.learnerId = :learnerId and e.examDay >= :from
      """)
  List<Assigned> assigned(long learnerId, LocalDate from);
}
