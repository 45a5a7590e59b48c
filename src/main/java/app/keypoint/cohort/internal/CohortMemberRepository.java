package app.keypoint.cohort.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface CohortMemberRepository
    extends Repository<CohortMemberEntity, CohortMemberEntity.Key> {

  List<CohortMemberEntity> findByCohortId(long cohortId);

  List<CohortMemberEntity> findByCohortIdIn(Collection<Long> cohortIds);

  List<CohortMemberEntity> findByCohortIdAndLearnerIdIn(long cohortId, Collection<Long> learnerIds);

  long countByCohortId(long cohortId);

  boolean existsByCohortIdAndLearnerId(long cohortId, long learnerId);

  @Query(
      """
      select new app.keypoint.cohort.internal.CohortMemberRepository$Joined(c, m.joinedAt,
        (select count(n) from LearnerNoteEntity n
          where n.cohortId = m.cohortId and n.learnerId = m.learnerId))
      from CohortMemberEntity m join CohortEntity c on c.id = m.cohortId
      where m.learnerId = :learnerId
      order by lower(c.name), c.id
      """)
  List<Joined> findCohortsOf(long learnerId);

  /** One statement, so that joining twice at the same moment is no error: then 0, else 1. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into cohort_member (cohort_id, learner_id, joined_at)
          values (:cohortId, :learnerId, :joinedAt)
          on conflict do nothing
          """)
  int enrol(long cohortId, long learnerId, Instant joinedAt);

  /** The same for many. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into cohort_member (cohort_id, learner_id, joined_at)
          select c.id, a.id, cast(:joinedAt as timestamp with time zone)
          from cohort c cross join account a
          where c.id = :cohortId and a.id in (:learnerIds)
          on conflict do nothing
          """)
  int enrol(long cohortId, Collection<Long> learnerIds, Instant joinedAt);

  @Modifying
  @Query(
      "delete from CohortMemberEntity m where m.cohortId = :cohortId and m.learnerId = :learnerId")
  int remove(long cohortId, long learnerId);

  /** A cohort, when a learner joined it, and how many notes about them it has. */
  record Joined(CohortEntity cohort, Instant joinedAt, long notes) {}
}
