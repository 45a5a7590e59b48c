package app.keypoint.review;

import java.time.Duration;

/**
 * Published in the transaction that records an answer.
 *
 * @param drill whether it was a drill answer, which leaves the schedule alone
 * @param timeTaken from showing the question to answering it
 */
public record ReviewAnswered(long learnerId, Grade grade, boolean drill, Duration timeTaken) {}
