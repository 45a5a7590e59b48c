package app.keypoint.cohort.internal.rules;

import app.keypoint.cohort.roster.RosterRules;
import java.util.Optional;
import org.springframework.data.repository.Repository;

public interface RosterRulesRepository extends Repository<RosterRulesEntity, Short> {

  Optional<RosterRulesEntity> findById(short id);

  default RosterRules rules() {
    return findById(RosterRulesEntity.ID).map(RosterRulesEntity::rules).orElse(RosterRules.NONE);
  }
}
