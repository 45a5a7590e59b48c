package app.keypoint.authoring.internal;

import app.keypoint.authoring.Right;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface QuizRepository extends Repository<QuizEntity, String> {

  /** A quiz with what somebody else than its author may do, its questions and openings. */
  String LISTED =
      """
      select new app.keypoint.authoring.internal.QuizRepository$Listed(q, s.may,
        (select count(i) from AuthoredItem i
          where i.quizId = q.id and i.retired = false and i.kind = 'QUESTION'),
        (select count(o) from AuthoredOpening o where o.quizId = q.id))
      from AuthoredQuiz q
        left join AuthoredShare s on s.quizId = q.id and s.accountId = :accountId
      """;

  /** SQL: a draft that never reached anybody but its author; q is the quiz. */
  String SEEN_BY_NOBODY =
      """
      (q.published is null
        and not exists (select 1 from authored_edition e where e.quiz_id = q.id)
        and not exists (select 1 from authored_share s where s.quiz_id = q.id)
        and not exists (
          select 1 from authored_item i where i.quiz_id = q.id and i.changed_by <> q.author_id))
      """;

  QuizEntity save(QuizEntity quiz);

  int countByAuthorId(long authorId);

  /** Those that somebody wrote or that are shared with them. */
  @Query(
      LISTED
          + """
      where q.authorId = :accountId or s.may is not null
      order by q.changedAt desc, q.id
      """)
  List<Listed> findOf(long accountId);

  /** The ids of those. */
  @Query(
      """
      select q.id from AuthoredQuiz q
      where q.authorId = :accountId
        or exists (select 1 from AuthoredShare s where s.quizId = q.id and s.accountId = :accountId)
      """)
  Set<String> findIdsOf(long accountId);

  @Query(
      LISTED
          + """
      where q.id = :id and (q.authorId = :accountId or s.may is not null)
      """)
  Optional<Listed> find(String id, long accountId);

  /** The ids of those that somebody wrote and nobody else has seen. */
  @Query(
      value =
          "select q.id from authored_quiz q where q.author_id = :authorId and " + SEEN_BY_NOBODY,
      nativeQuery = true)
  Set<String> findUnseenOf(long authorId);

  /** Deletes a quiz with its parts; its images are let go of first. */
  @Modifying
  @Query("delete from AuthoredQuiz q where q.id = :id")
  void delete(String id);

  /** A quiz, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select q from AuthoredQuiz q where q.id = :id")
  Optional<QuizEntity> lock(String id);

  /**
   * A quiz and what one may do with it.
   *
   * @param may as it was shared; null when it was not
   */
  record Listed(QuizEntity quiz, @Nullable Right may, long questions, long openings) {

    public Right right(long accountId) {
      return quiz.authorId == accountId || may == null ? Right.OWN : may;
    }
  }
}
