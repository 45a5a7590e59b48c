package app.keypoint.cohort.dashboard;

import app.keypoint.access.Own;
import app.keypoint.cohort.dashboard.Nudges.Dismissed;
import app.keypoint.cohort.statistics.CohortTrends;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dashboards that stay open. However many look at them, what changed is asked for once for all of a
 * server's open dashboards, and a changed one is read once for all who look at it.
 */
public interface LiveDashboards {

  /** A cohort as it is now, with what tells of later changes. */
  Opened open(@Own long instructorId, long cohortId);

  /**
   * A cohort that somebody looks at.
   *
   * @param changes held while it is shown
   */
  record Opened(Dashboard dashboard, Changes changes) {}

  /** Tells one page what has changed. Whoever does not ask costs nothing. */
  interface Changes {

    /**
     * What changed since this was last asked; empty when nothing did, and then no statement is made
     * for it beyond one look a while for the whole server.
     *
     * @throws app.keypoint.identity.GoneException when they may not look any more
     */
    Optional<Change> next();
  }

  /**
   * A cohort as it is now.
   *
   * @param dashboard of which what is an instructor's own, such as whether the cohort is theirs, is
   *     another's
   * @param members whose figures changed lately, with their key points
   * @param reviews of each of them by week, as {@link CohortTrends#reviewsByWeek} has it
   * @param dismissed what is dismissed, when that changed; null while it is as it was
   * @param all whether it is not known whose figures changed, so that anybody's may have
   */
  record Change(
      Dashboard dashboard,
      List<Dashboard.Member> members,
      Map<Long, List<Integer>> reviews,
      @Nullable List<Dismissed> dismissed,
      boolean all) {}
}
