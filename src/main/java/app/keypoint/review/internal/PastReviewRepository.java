package app.keypoint.review.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface PastReviewRepository extends Repository<PastReviewEntity, PastReviewEntity.Key> {

  List<PastReviewEntity> findByLearnerIdOrderByAt(long learnerId);

  /** Those of some cards. */
  List<PastReviewEntity> findByLearnerIdAndCardInOrderByAt(
      long learnerId, Collection<String> cards);

  int countByLearnerIdAndCard(long learnerId, String card);
}
