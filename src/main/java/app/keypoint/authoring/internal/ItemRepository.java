package app.keypoint.authoring.internal;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface ItemRepository extends Repository<ItemEntity, ItemEntity.Key> {

  ItemEntity save(ItemEntity item);

  int countByQuizId(String quizId);

  /** How long the bodies of a quiz are together. */
  @Query("select coalesce(sum(length(i.body)), 0) from AuthoredItem i where i.quizId = :quizId")
  long size(String quizId);

  /** Whether there is room for another body of a part; always for one that is no longer. */
  default boolean fits(ItemEntity item, ItemBody written) {
    int more = StoredBody.write(written).length() - item.body.length();
    return more <= 0 || size(item.quizId) + more <= Drafts.MAX_SIZE;
  }

  @Query("select i from AuthoredItem i where i.quizId = :quizId order by i.place, i.itemId")
  List<ItemEntity> findOf(String quizId);

  @Query(
      """
      select i from AuthoredItem i
      where i.quizId = :quizId and i.kind = :kind order by i.place, i.itemId
      """)
  List<ItemEntity> findOf(String quizId, ItemKind kind);

  /** Questions in use of the quizzes that somebody may edit and that were ever published. */
  @Query(
      """
      select new app.keypoint.authoring.internal.ItemRepository$Named(i.quizId, i.itemId)
      from AuthoredItem i
        join AuthoredQuiz q on q.id = i.quizId
        left join AuthoredShare s on s.quizId = q.id and s.accountId = :accountId
      where i.kind = 'QUESTION' and i.retired = false
        and (q.authorId = :accountId or s.may = 'EDIT')
        and exists (select 1 from AuthoredEdition e where e.quizId = q.id and e.published = true)
      order by q.changedAt desc, i.quizId, i.itemId
      """)
  List<Named> askedOf(long accountId);

  List<ItemEntity> findByQuizIdInAndItemIdIn(
      Collection<String> quizIds, Collection<String> itemIds);

  Optional<ItemEntity> findByQuizIdAndItemId(String quizId, String itemId);

  /** Where a part belongs. */
  record Named(String quizId, String itemId) {}
}
