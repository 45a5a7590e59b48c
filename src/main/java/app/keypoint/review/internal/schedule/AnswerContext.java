package app.keypoint.review.internal.schedule;

import app.keypoint.scheduling.Scheduler;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an answer depends on besides the card and the grade.
 *
 * @param today the learner's study day of {@code now}
 */
public record AnswerContext(
    LocalDate today, Instant now, Scheduler scheduler, Smoothing smoothing) {}
