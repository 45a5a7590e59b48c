package app.keypoint.authoring.internal.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface EditionRepository extends Repository<EditionEntity, EditionEntity.Key> {

  EditionEntity save(EditionEntity edition);

  Optional<EditionEntity> findByQuizIdAndEdition(String quizId, int edition);

  Optional<EditionEntity> findFirstByQuizIdOrderByEditionDesc(String quizId);

  /** Without their texts. */
  @Query(
      """
      select new app.keypoint.authoring.internal.publishing.EditionRepository$Told(
        e.edition, e.publishedBy, e.publishedAt, e.note,
        (e.yaml <> '' or e.packed is not null), e.published)
      from AuthoredEdition e where e.quizId = :quizId and e.edition < :before order by e.edition desc
      """)
  List<Told> findOf(String quizId, int before, Limit most);

  /** Earlier ones that are not packed yet, the newest first; but for the one that is served. */
  @Query(
      """
      select e from AuthoredEdition e
      where e.quizId = :quizId and e.edition <= :last and e.yaml <> '' and e.edition <> :served
      order by e.edition desc
      """)
  List<EditionEntity> unpacked(String quizId, int last, int served, Limit most);

  /** Whether an edition that is not packed is this text. */
  @Query(
      """
      select count(e) > 0 from AuthoredEdition e where e.quizId = :quizId and e.yaml = :yaml
      """)
  boolean states(String quizId, String yaml);

  /** Whether a draft that was put aside, and is not packed, was these parts. */
  @Query(
      """
      select count(e) > 0 from AuthoredEdition e where e.quizId = :quizId and e.parts = :parts
      """)
  boolean holds(String quizId, String parts);

  /** What is to be served. */
  @Query(
      """
      select new app.keypoint.authoring.internal.publishing.EditionRepository$Served(
        q.id, q.published)
      from AuthoredQuiz q where q.published is not null
      """)
  List<Served> served();

  @Query(
      """
      select e.yaml from AuthoredEdition e join AuthoredQuiz q on q.id = e.quizId
      where q.id = :quizId and e.edition = q.published
      """)
  Optional<String> servedText(String quizId);

  /** An edition without its text. */
  record Told(
      int edition,
      long publishedBy,
      Instant publishedAt,
      String note,
      boolean kept,
      boolean published) {}

  /** Which edition of a quiz is served. */
  record Served(String quizId, int edition) {}
}
