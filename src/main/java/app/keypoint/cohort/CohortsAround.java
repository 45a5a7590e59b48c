package app.keypoint.cohort;

import java.util.Set;

/** The cohorts that somebody has to do with, for features that open things to cohorts. */
public interface CohortsAround {

  /** The ids of those that they are a member of or teach. One query. */
  Set<Long> of(long accountId);
}
