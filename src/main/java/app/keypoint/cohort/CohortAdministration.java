package app.keypoint.cohort;

import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.roster.RosterRules;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * What administrators do for cohorts whose owner cannot: they see who runs which, and nothing of
 * any learner.
 */
@Validated
public interface CohortAdministration {

  /** What instructors who bring a roster are allowed. */
  RosterRules rosterRules();

  /**
   * Allows rosters to make accounts, or no longer. One rule at a time: two administrators undo
   * nothing of each other.
   */
  void allowMakingAccounts(boolean allowed);

  /** Allows rosters to take people in unasked, or no longer. */
  void allowJoiningUnasked(boolean allowed);

  /** A cohort, with its owner first. */
  record Row(long cohortId, String name, boolean archived, List<Teacher> instructors) {}

  /**
   * Cohorts whose name contains a text, by name.
   *
   * @param search in any case; blank for all
   * @param page from 0
   * @param size rows of a page, at least 1
   */
  List<Row> page(@Size(max = Accounts.MAX_TYPED) String search, int page, int size);

  /** How many cohorts {@link #page} would go through. */
  int count(@Size(max = Accounts.MAX_TYPED) String search);

  /**
   * Gives a cohort another owner.
   *
   * @param username sign-in name of an instructor, whether they run it already or not
   * @param keep whether the present owner goes on running it beside them
   * @throws app.keypoint.identity.GoneException when no instructor has this name
   */
  void handOver(long cohortId, @Size(max = Accounts.MAX_TYPED) String username, boolean keep);
}
