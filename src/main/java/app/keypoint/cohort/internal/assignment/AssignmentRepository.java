package app.keypoint.cohort.internal.assignment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface AssignmentRepository extends Repository<AssignmentEntity, AssignmentEntity.Key> {

  AssignmentEntity save(AssignmentEntity assignment);

  Optional<AssignmentEntity> findById(AssignmentEntity.Key key);

  void deleteById(AssignmentEntity.Key key);

  List<AssignmentEntity> findByCohortIdOrderByDueAtAscQuizIdAsc(long cohortId);

  List<AssignmentEntity> findByCohortIdInOrderByDueAtAscQuizIdAsc(Collection<Long> cohortIds);

  List<AssignmentEntity> findByCohortIdInAndDueAtAfterOrderByDueAtAscQuizIdAsc(
      Collection<Long> cohortIds, Instant now);

  /** A learner's, with the extension if there is one. */
  @Query(
      """
      select new app.keypoint.cohort.internal.assignment.AssignmentRepository$OfLearner(
        a.quizId, c.name, m.joinedAt, a.opensAt, a.dueAt, a.wanted, e.dueAt)
      from CohortMemberEntity m
        join CohortEntity c on c.id = m.cohortId
        join AssignmentEntity a on a.cohortId = m.cohortId
        left join ExtensionEntity e
          on e.cohortId = a.cohortId and e.quizId = a.quizId and e.learnerId = m.learnerId
      where m.learnerId = :learnerId and c.archivedAt is null
      """)
  List<OfLearner> ofLearner(long learnerId);

  @Query("select e from ExtensionEntity e where e.cohortId = :cohortId")
  List<ExtensionEntity> extensions(long cohortId);

  @Query("select e from ExtensionEntity e where e.cohortId in :cohortIds")
  List<ExtensionEntity> extensions(Collection<Long> cohortIds);

  /** Until when one learner has more time. */
  @Query(
      """
      select e.dueAt from ExtensionEntity e
      where e.cohortId = :cohortId and e.quizId = :quizId and e.learnerId = :learnerId
      """)
  Optional<Instant> extension(long cohortId, String quizId, long learnerId);

  /** Makes the extension, or moves it. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into assignment_extension (cohort_id, quiz_id, learner_id, due_at)
          values (:cohortId, :quizId, :learnerId, :dueAt)
          """)
  void addExtension(long cohortId, String quizId, long learnerId, Instant dueAt);

  @Modifying
  @Query(
      """
      delete from ExtensionEntity e
      where e.cohortId = :cohortId and e.quizId = :quizId and e.learnerId = :learnerId
      """)
  void removeExtension(long cohortId, String quizId, long learnerId);

  /** Extensions that give no more time than everybody has. */
  @Modifying
  @Query(
      """
      delete from ExtensionEntity e
      where e.cohortId = :cohortId and e.quizId = :quizId and e.dueAt <= :dueAt
      """)
  void removeExtensionsUntil(long cohortId, String quizId, Instant dueAt);

  /** An assignment as it is for one learner. */
  record OfLearner(
      String quizId,
      String cohort,
      Instant joinedAt,
      @Nullable Instant opensAt,
      Instant dueAt,
      @Nullable Double wanted,
      @Nullable Instant extendedTo) {}
}
