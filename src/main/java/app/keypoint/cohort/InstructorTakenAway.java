package app.keypoint.cohort;

/** Somebody runs a cohort no more; published in the transaction in which that happens. */
public record InstructorTakenAway(long cohortId, long instructorId) {}
