package app.keypoint.cohort.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CohortRepository extends JpaRepository<CohortEntity, Long> {

  Optional<CohortEntity> findByIdAndInstructorId(long id, long instructorId);

  Optional<CohortEntity> findByJoinCode(String joinCode);

  /** The same, held until the transaction ends: nobody joins what is changed or deleted. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CohortEntity c where c.joinCode = :joinCode")
  Optional<CohortEntity> lockByJoinCode(String joinCode);

  /** An instructor's cohort, held until the transaction ends: nobody joins meanwhile. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CohortEntity c where c.id = :id and c.instructorId = :instructorId")
  Optional<CohortEntity> lock(long id, long instructorId);

  /** Of those that somebody teaches, if they still may, or is a member of. */
  @Query(
      value =
          """
          select c.id from cohort c join account a on a.id = c.instructor_id
          where a.id = :accountId and a.role = 'INSTRUCTOR'
          union
          select m.cohort_id from cohort_member m where m.learner_id = :accountId
          """,
      nativeQuery = true)
  Set<Long> findIdsAround(long accountId);

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
