package app.keypoint.cohort.internal.learner;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LearnerNoteRepository extends Repository<LearnerNoteEntity, Long> {

  LearnerNoteEntity save(LearnerNoteEntity note);

  int countByCohortIdAndLearnerId(long cohortId, long learnerId);

  List<LearnerNoteEntity> findByCohortIdAndLearnerIdOrderByWrittenAtDescIdDesc(
      long cohortId, long learnerId);

  @Modifying
  @Query(
      """
      delete from LearnerNoteEntity n
      where n.id = :noteId and n.cohortId = :cohortId and n.learnerId = :learnerId
      """)
  int remove(long noteId, long cohortId, long learnerId);
}
