package app.keypoint.authoring.internal;

import app.keypoint.authoring.ItemKind;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ItemRepository extends Repository<ItemEntity, ItemEntity.Key> {

  ItemEntity save(ItemEntity item);

  int countByQuizId(String quizId);

  @Query("select i from AuthoredItem i where i.quizId = :quizId order by i.place, i.itemId")
  List<ItemEntity> findOf(String quizId);

  @Query(
      """
      select i from AuthoredItem i
      where i.quizId = :quizId and i.kind = :kind order by i.place, i.itemId
      """)
  List<ItemEntity> findOf(String quizId, ItemKind kind);

  Optional<ItemEntity> findByQuizIdAndItemId(String quizId, String itemId);
}
