package app.keypoint.cohort.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CohortRepository extends JpaRepository<CohortEntity, Long> {

  Optional<CohortEntity> findByIdAndInstructorId(long id, long instructorId);

  Optional<CohortEntity> findByJoinCode(String joinCode);

  boolean existsByJoinCode(String joinCode);

  @Query(
      """
      select c, (select count(*) from CohortMemberEntity m where m.cohortId = c.id)
      from CohortEntity c
      where c.instructorId = :instructorId
      order by lower(c.name), c.id
      """)
  List<Counted> findAllCounted(long instructorId);

  /** A cohort and how many learners are in it. */
  record Counted(CohortEntity cohort, long members) {}
}
