package app.keypoint.review.internal.history;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface PastReviewRepository extends Repository<PastReviewEntity, PastReviewEntity.Key> {

  List<PastReviewEntity> findByLearnerIdOrderByAt(long learnerId);

  /** Those of some cards. */
  List<PastReviewEntity> findByLearnerIdAndCardInOrderByAt(
      long learnerId, Collection<String> cards);

  /** Those of some cards that the learner brought answers of. */
  @Query(
      """
      select distinct p.card from PastReviewEntity p
      where p.learnerId = :learnerId and p.card in :cards
      """)
  List<String> cardsAmong(long learnerId, Collection<String> cards);

  int countByLearnerIdAndCard(long learnerId, String card);
}
