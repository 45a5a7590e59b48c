package app.keypoint.cohort.internal;

import app.keypoint.cohort.RosterRules;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RosterRulesRepository extends Repository<RosterRulesEntity, Short> {

  Optional<RosterRulesEntity> findById(short id);

  default RosterRules rules() {
    return findById(RosterRulesEntity.ID).map(RosterRulesEntity::rules).orElse(RosterRules.NONE);
  }
}
