package app.keypoint.review.internal;

import java.util.List;
import org.springframework.data.repository.Repository;

interface PastReviewRepository extends Repository<PastReviewEntity, Long> {

  void saveAll(Iterable<PastReviewEntity> reviews);

  List<PastReviewEntity> findByLearnerIdOrderByAt(long learnerId);

  int countByLearnerIdAndCard(long learnerId, String card);
}
