package app.keypoint.quiz;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Published in the transaction that saves an answer.
 *
 * @param day the learner's study day to which it counts
 */
public record QuizAnswered(long learnerId, Instant at, LocalDate day) {}
