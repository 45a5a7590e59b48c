package app.keypoint.review.internal.log;

import java.util.Optional;
import org.springframework.data.repository.Repository;

public interface ReviewPreferencesRepository extends Repository<ReviewPreferencesEntity, Long> {

  Optional<ReviewPreferencesEntity> findById(long learnerId);

  ReviewPreferencesEntity save(ReviewPreferencesEntity preferences);
}
