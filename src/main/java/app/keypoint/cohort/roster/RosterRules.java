package app.keypoint.cohort.roster;

/**
 * What administrators allow instructors who bring a roster.
 *
 * @param makingAccounts accounts for those who have none
 * @param joiningUnasked whoever has an account becomes a member without being asked
 */
public record RosterRules(boolean makingAccounts, boolean joiningUnasked) {

  /** Nothing, until an administrator says so. */
  public static final RosterRules NONE = new RosterRules(false, false);
}
