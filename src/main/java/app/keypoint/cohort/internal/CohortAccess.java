package app.keypoint.cohort.internal;

import app.keypoint.identity.GoneException;
import org.springframework.stereotype.Component;

/**
 * Whose cohorts are: the one place that asks. Whoever does not run a cohort hears the same as when
 * there were none.
 */
@Component
public class CohortAccess {

  private final CohortRepository cohorts;
  private final CohortInstructorRepository instructors;

  CohortAccess(CohortRepository cohorts, CohortInstructorRepository instructors) {
    this.cohorts = cohorts;
    this.instructors = instructors;
  }

  /**
   * To look at it, archived or not.
   *
   * @throws GoneException when this person does not run it
   */
  public CohortEntity require(long instructorId, long cohortId) {
    return cohorts.findRunBy(cohortId, instructorId).orElseThrow(() -> gone(cohortId));
  }

  /**
   * To change it, archived or not; held, so that two who change the same come one after the other.
   *
   * @throws GoneException when this person does not run it
   */
  public CohortEntity hold(long instructorId, long cohortId) {
    CohortEntity held = cohorts.lock(cohortId, instructorId).orElseThrow(() -> gone(cohortId));
    // Asked again: they may have been taken away while this waited for its turn.
    if (held.instructorId != instructorId
        && !instructors.existsByCohortIdAndInstructorId(cohortId, instructorId)) {
      throw gone(cohortId);
    }
    return held;
  }

  /**
   * To ask something of its members; held.
   *
   * @throws GoneException also when it is archived
   */
  public CohortEntity holdRunning(long instructorId, long cohortId) {
    CohortEntity held = hold(instructorId, cohortId);
    if (held.archivedAt != null) {
      throw gone(cohortId);
    }
    return held;
  }

  /**
   * To decide who runs it, and whether it goes on at all; held.
   *
   * @throws GoneException when it is not theirs
   */
  CohortEntity holdOwned(long instructorId, long cohortId) {
    CohortEntity held = hold(instructorId, cohortId);
    if (held.instructorId != instructorId) {
      throw gone(cohortId);
    }
    return held;
  }

  private static GoneException gone(long cohortId) {
    return new GoneException("cohort " + cohortId);
  }
}
