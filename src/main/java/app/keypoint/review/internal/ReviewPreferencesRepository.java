package app.keypoint.review.internal;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ReviewPreferencesRepository extends Repository<ReviewPreferencesEntity, Long> {

  Optional<ReviewPreferencesEntity> findById(long learnerId);

  ReviewPreferencesEntity save(ReviewPreferencesEntity preferences);
}
