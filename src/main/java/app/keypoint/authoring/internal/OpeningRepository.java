package app.keypoint.authoring.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OpeningRepository extends Repository<OpeningEntity, OpeningEntity.Key> {

  OpeningEntity save(OpeningEntity opening);

  List<OpeningEntity> findByQuizId(String quizId);

  @Modifying
  @Query("delete from AuthoredOpening o where o.quizId = :quizId and o.cohortId = :cohortId")
  int remove(String quizId, long cohortId);

  @Modifying
  @Query("delete from AuthoredOpening o where o.quizId = :quizId and o.openedBy = :openedBy")
  void removeOf(String quizId, long openedBy);

  /** Published quizzes that are for everyone else but somebody who has to do with some cohorts. */
  @Query(
      """
      select q.id from AuthoredQuiz q
      where q.published is not null and q.visibility <> 'EVERYONE' and q.authorId <> :accountId
        and not exists (select 1 from AuthoredShare s
          where s.quizId = q.id and s.accountId = :accountId)
        and not exists (select 1 from AuthoredOpening o
          where o.quizId = q.id and o.cohortId in :cohortIds)
      """)
  Set<String> closedTo(long accountId, Collection<Long> cohortIds);

  @Query(
      """
      select q.id from AuthoredQuiz q
      where q.published is not null and q.visibility <> 'EVERYONE'
        and not exists (select 1 from AuthoredOpening o
          where o.quizId = q.id and o.cohortId = :cohortId)
      """)
  Set<String> closedToCohort(long cohortId);
}
