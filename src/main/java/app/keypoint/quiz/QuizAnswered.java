package app.keypoint.quiz;

import java.time.Instant;

/** Published in the transaction that saves an answer. */
public record QuizAnswered(long learnerId, Instant at) {}
