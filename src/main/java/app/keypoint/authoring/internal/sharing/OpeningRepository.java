package app.keypoint.authoring.internal.sharing;

import app.keypoint.authoring.internal.QuizEntity;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OpeningRepository extends Repository<OpeningEntity, OpeningEntity.Key> {

  OpeningEntity save(OpeningEntity opening);

  boolean existsById(OpeningEntity.Key key);

  List<OpeningEntity> findByQuizId(String quizId);

  @Modifying
  @Query("delete from AuthoredOpening o where o.quizId = :quizId and o.cohortId = :cohortId")
  int remove(String quizId, long cohortId);

  @Modifying
  @Query("delete from AuthoredOpening o where o.quizId = :quizId and o.openedBy = :openedBy")
  void removeOf(String quizId, long openedBy);

  /** What somebody opened to a cohort. */
  @Query(
      """
      select new app.keypoint.authoring.internal.sharing.OpeningRepository$Opened(o, q)
      from AuthoredOpening o join AuthoredQuiz q on q.id = o.quizId
      where o.cohortId = :cohortId and o.openedBy = :openedBy
      order by q.id
      """)
  List<Opened> findOfIn(long cohortId, long openedBy);

  /** An opening and its quiz. */
  record Opened(OpeningEntity opening, QuizEntity quiz) {}

  /**
   * Quizzes that are not for somebody who has to do with some cohorts, published or not: one that
   * was withdrawn a moment ago may still be served. To have written one, or to have been given it,
   * counts for instructors only: they may have been made a learner since.
   */
  @Query(
      value =
          """
          select q.id from authored_quiz q
          where q.visibility <> 'EVERYONE'
            and not exists (select 1 from authored_opening o
              where o.quiz_id = q.id and o.cohort_id in (:cohortIds))
            and not exists (select 1 from account a
              where a.id = :accountId and a.role = 'INSTRUCTOR'
                and (q.author_id = a.id or exists (select 1 from authored_share s
                  where s.quiz_id = q.id and s.account_id = a.id)))
          """,
      nativeQuery = true)
  Set<String> closedTo(long accountId, Collection<Long> cohortIds);

  /** Quizzes that are not for everyone, published or not, and which of these cohorts have them. */
  @Query(
      """
      select new app.keypoint.authoring.internal.sharing.OpeningRepository$Restricted(q.id, o.cohortId)
      from AuthoredQuiz q
        left join AuthoredOpening o on o.quizId = q.id and o.cohortId in :cohortIds
      where q.visibility <> 'EVERYONE'
      """)
  List<Restricted> restricted(Collection<Long> cohortIds);

  /**
   * A quiz and a cohort that it is open to.
   *
   * @param openTo null when it is open to none of those asked about
   */
  record Restricted(String quizId, @Nullable Long openTo) {}
}
