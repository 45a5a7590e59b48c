package app.keypoint.review;

import app.keypoint.scheduling.Grade;
import java.time.Duration;

/**
 * Published in the transaction that records an answer.
 *
 * @param kind scheduled, drill or practice
 * @param timeTaken from showing the question to answering it
 */
public record ReviewAnswered(long learnerId, Grade grade, StepKind kind, Duration timeTaken) {}
