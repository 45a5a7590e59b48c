package app.keypoint.cohort;

import java.time.Instant;

/**
 * A group of learners as one of its instructors sees it.
 *
 * @param owned whether it is theirs, and they may hand it over and delete it
 * @param archived whether it is over: nobody joins, and nothing is asked of its members
 */
public record Cohort(
    long id,
    String name,
    JoinCode joinCode,
    Instant createdAt,
    long members,
    boolean owned,
    boolean archived) {

  /** The longest name, in characters. */
  public static final int MAX_NAME = 100;
}
