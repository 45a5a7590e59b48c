package app.keypoint.authoring.internal.pictures;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PictureRepository extends Repository<PictureEntity, PictureEntity.Key> {

  PictureEntity save(PictureEntity picture);

  List<PictureEntity> findByQuizIdAndBroughtAtBefore(String quizId, Instant before);

  boolean existsByHash(String hash);

  /** Those among some images that were brought into a quiz. */
  @Query("select p.hash from AuthoredPicture p where p.quizId = :quizId and p.hash in :hashes")
  Set<String> among(String quizId, Collection<String> hashes);

  @Query("select coalesce(sum(p.size), 0) from AuthoredPicture p where p.quizId = :quizId")
  long sizeOf(String quizId);

  @Query(
      """
      select coalesce(sum(p.size), 0) from AuthoredPicture p
        join AuthoredQuiz q on q.id = p.quizId
      where q.authorId = :authorId
      """)
  long sizeOfAll(long authorId);

  @Query(
      """
      select distinct p.quizId from AuthoredPicture p join AuthoredQuiz q on q.id = p.quizId
      where q.authorId = :authorId order by p.quizId
      """)
  List<String> quizzesWithPictures(long authorId);

  /** Into how many quizzes an image was brought in which somebody may write, as an instructor. */
  @Query(
      value =
          """
          select count(*) from authored_picture p
            join authored_quiz q on q.id = p.quiz_id
            join account a on a.id = :accountId and a.role = 'INSTRUCTOR'
            left join authored_share s on s.quiz_id = q.id and s.account_id = a.id
          where p.hash = :hash and (q.author_id = a.id or s.may = 'EDIT')
          """,
      nativeQuery = true)
  long writtenBy(long accountId, String hash);

  /** Whether an edition of a quiz says something, in retired parts of a draft put aside as well. */
  @Query(
      """
      select count(e) > 0 from AuthoredEdition e
      where e.quizId = :quizId
        and (e.yaml like concat('%', :hash, '%') or e.parts like concat('%', :hash, '%')
          or e.images like concat('%', :hash, '%'))
      """)
  boolean inAnEdition(String quizId, String hash);

  /** The same of the edition that is served, and of drafts that were put aside and not packed. */
  @Query(
      """
      select count(e) > 0 from AuthoredEdition e join AuthoredQuiz q on q.id = e.quizId
      where e.quizId = :quizId and (e.edition = q.published or e.published = false)
        and (e.yaml like concat('%', :hash, '%') or e.parts like concat('%', :hash, '%'))
      """)
  boolean inAnEditionThatMatters(String quizId, String hash);

  /** Images that undo may want from now on; how many there are of them. */
  @Modifying(flushAutomatically = true)
  @Query(
      """
      update AuthoredPicture p set p.broughtAt = :now
      where p.quizId = :quizId and p.hash in :hashes
      """)
  int named(String quizId, Collection<String> hashes, Instant now);

  /** Those that were brought into some quizzes. */
  @Query("select distinct p.hash from AuthoredPicture p where p.quizId in :quizIds")
  Set<String> of(Collection<String> quizIds);

  /** All of some quizzes; how many it were. */
  @Modifying(flushAutomatically = true)
  @Query("delete from AuthoredPicture p where p.quizId in :quizIds")
  int deleteOf(Collection<String> quizIds);

  /** One of a quiz; how many it were. */
  @Modifying(flushAutomatically = true)
  @Query("delete from AuthoredPicture p where p.quizId = :quizId and p.hash = :hash")
  int remove(String quizId, String hash);

  /** Unless it was brought or named meanwhile; how many it were. */
  @Modifying(flushAutomatically = true)
  @Query(
      """
      delete from AuthoredPicture p
      where p.quizId = :quizId and p.hash = :hash and p.broughtAt < :before
      """)
  int delete(String quizId, String hash, Instant before);
}
