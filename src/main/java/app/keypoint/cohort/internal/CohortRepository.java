package app.keypoint.cohort.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface CohortRepository extends JpaRepository<CohortEntity, Long> {

  /** Whether somebody runs it: its owner, and those whom the owner added. */
  String RUNS =
      """
       (c.instructorId = :instructorId or exists (
         select 1 from CohortInstructorEntity i
         where i.cohortId = c.id and i.instructorId = :instructorId))
      """;

  @Query("select c from CohortEntity c where c.id = :id and " + RUNS)
  Optional<CohortEntity> findRunBy(long id, long instructorId);

  Optional<CohortEntity> findByJoinCodeAndArchivedAtIsNull(String joinCode);

  /** The same, held until the transaction ends: nobody joins what is changed or deleted. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CohortEntity c where c.joinCode = :joinCode and c.archivedAt is null")
  Optional<CohortEntity> lockByJoinCode(String joinCode);

  /** A cohort that somebody runs, held until the transaction ends: nobody joins meanwhile. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CohortEntity c where c.id = :id and " + RUNS)
  Optional<CohortEntity> lock(long id, long instructorId);

  /** Any cohort, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CohortEntity c where c.id = :id")
  Optional<CohortEntity> lock(long id);

  /** Of those that somebody runs, if they still may, or is a member of. */
  @Query(
      value =
          """
          select c.id from cohort c join account a on a.id = c.instructor_id
          where a.id = :accountId and a.role = 'INSTRUCTOR'
          union
          select i.cohort_id from cohort_instructor i join account a on a.id = i.instructor_id
          where a.id = :accountId and a.role = 'INSTRUCTOR'
          union
          select m.cohort_id from cohort_member m where m.learner_id = :accountId
          """,
      nativeQuery = true)
  Set<Long> findIdsAround(long accountId);

  boolean existsByJoinCode(String joinCode);

  @Query(
      "select new app.keypoint.cohort.internal.CohortRepository$WithMembers("
          + "c, (select count(*) from CohortMemberEntity m where m.cohortId = c.id))"
          + " from CohortEntity c where "
          + RUNS
          + " order by lower(c.name), c.id")
  List<WithMembers> findAllCounted(long instructorId);

  /** By name, for administrators. */
  @Query(
      "select c from CohortEntity c where lower(c.name) like :pattern escape '\\'"
          + " order by lower(c.name), c.id")
  List<CohortEntity> search(String pattern, Pageable page);

  @Query("select count(c) from CohortEntity c where lower(c.name) like :pattern escape '\\'")
  int countMatches(String pattern);

  /** A cohort and how many learners are in it. */
  record WithMembers(CohortEntity cohort, long members) {}
}
