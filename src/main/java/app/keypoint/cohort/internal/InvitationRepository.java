package app.keypoint.cohort.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface InvitationRepository extends Repository<InvitationEntity, CohortMemberEntity.Key> {

  /** Cohorts that ask somebody, by name. */
  @Query(
      """
      select c from InvitationEntity i join CohortEntity c on c.id = i.cohortId
      where i.learnerId = :learnerId and i.refusedAt is null and c.archivedAt is null
      order by lower(c.name), c.id
      """)
  List<CohortEntity> findCohortsThatAsk(long learnerId);

  /** Asks people; whoever is asked already, or said no, is not asked again. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into cohort_invitation (cohort_id, learner_id, invited_at)
          select c.id, a.id, cast(:at as timestamp with time zone)
          from cohort c cross join account a
          where c.id = :cohortId and a.id in (:learnerIds)
          on conflict do nothing
          """)
  int invite(long cohortId, Collection<Long> learnerIds, Instant at);

  /** Has somebody who left count as one who said no: rosters do not bring them back. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into cohort_invitation (cohort_id, learner_id, invited_at, refused_at)
          values (:cohortId, :learnerId, :at, :at)
          on conflict do nothing
          """)
  void refuseUnasked(long cohortId, long learnerId, Instant at);

  /** Who said no to a cohort. */
  @Query(
      """
      select i.learnerId from InvitationEntity i
      where i.cohortId = :cohortId and i.refusedAt is not null
      """)
  Set<Long> findRefusing(long cohortId);

  @Modifying
  @Query(
      """
      update InvitationEntity i set i.refusedAt = :at
      where i.cohortId = :cohortId and i.learnerId = :learnerId and i.refusedAt is null
      """)
  int refuse(long cohortId, long learnerId, Instant at);

  /** Ends what waits for an answer. */
  @Modifying
  @Query(
      """
      delete from InvitationEntity i
      where i.cohortId = :cohortId and i.learnerId = :learnerId and i.refusedAt is null
      """)
  int removeOpen(long cohortId, long learnerId);

  /** Whatever there is: somebody is a member now. */
  @Modifying
  @Query("delete from InvitationEntity i where i.cohortId = :cohortId and i.learnerId = :learnerId")
  void remove(long cohortId, long learnerId);

  /** The same for many. */
  @Modifying
  @Query(
      """
      delete from InvitationEntity i where i.cohortId = :cohortId and i.learnerId in :learnerIds
      """)
  void remove(long cohortId, Collection<Long> learnerIds);
}
