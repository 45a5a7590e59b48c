package app.keypoint.cohort.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CohortInstructorRepository
    extends Repository<CohortInstructorEntity, CohortInstructorEntity.Key> {

  CohortInstructorEntity save(CohortInstructorEntity instructor);

  boolean existsByCohortIdAndInstructorId(long cohortId, long instructorId);

  List<CohortInstructorEntity> findByCohortIdIn(Collection<Long> cohortIds);

  @Modifying
  @Query(
      "delete from CohortInstructorEntity i"
          + " where i.cohortId = :cohortId and i.instructorId = :instructorId")
  int remove(long cohortId, long instructorId);
}
