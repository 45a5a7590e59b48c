package app.keypoint.review;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A learner's study day in figures.
 *
 * @param answers review answers, drill included, and answers in quizzes
 */
public record DayActivity(LocalDate day, int answers, Retention retention, Duration timeTaken) {}
