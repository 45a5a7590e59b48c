package app.keypoint.cohort;

import java.util.List;

/**
 * Somebody runs a cohort no more; published in the transaction in which that happens.
 *
 * @param cohort its name
 * @param remaining who goes on running it, its owner first
 */
public record InstructorTakenAway(
    long cohortId, String cohort, long instructorId, List<Long> remaining) {}
