package app.keypoint.cards.internal;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

interface CardRows extends Repository<CardRow, Long>, JpaSpecificationExecutor<CardRow> {

  Optional<CardRow> findByIdAndLearnerIdAndRetiredFalse(long id, long learnerId);
}
