package app.keypoint.cohort;

import java.time.Instant;

/** A group of learners as its instructor sees it. */
public record Cohort(long id, String name, JoinCode joinCode, Instant createdAt, long members) {

  /** The longest name, in characters. */
  public static final int MAX_NAME = 100;
}
