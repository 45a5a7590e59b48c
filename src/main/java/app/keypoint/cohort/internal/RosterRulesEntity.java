package app.keypoint.cohort.internal;

import app.keypoint.cohort.RosterRules;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/** The one row of {@code roster_rules}; only what changed is written. */
@Entity
@Table(name = "roster_rules")
@DynamicUpdate
class RosterRulesEntity {

  static final short ID = 1;

  @Id short id = ID;
  boolean makingAccounts;
  boolean joiningUnasked;

  /** For JPA. */
  protected RosterRulesEntity() {}

  RosterRules rules() {
    return new RosterRules(makingAccounts, joiningUnasked);
  }
}
