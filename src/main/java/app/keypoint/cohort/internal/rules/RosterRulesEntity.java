package app.keypoint.cohort.internal.rules;

import app.keypoint.cohort.roster.RosterRules;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/** The one row of {@code roster_rules}; only what changed is written. */
@Entity
@Table(name = "roster_rules")
@DynamicUpdate
public class RosterRulesEntity {

  public static final short ID = 1;

  @Id short id = ID;
  boolean makingAccounts;
  boolean joiningUnasked;

  /** For JPA. */
  protected RosterRulesEntity() {}

  public void allowMakingAccounts(boolean allowed) {
    makingAccounts = allowed;
  }

  public void allowJoiningUnasked(boolean allowed) {
    joiningUnasked = allowed;
  }

  public RosterRules rules() {
    return new RosterRules(makingAccounts, joiningUnasked);
  }
}
