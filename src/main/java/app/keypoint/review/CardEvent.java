package app.keypoint.review;

import app.keypoint.scheduling.Grade;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a card.
 *
 * @param grade null unless it was an answer
 * @param easinessBefore in hundredths
 * @param easinessAfter in hundredths
 * @param difficultyBefore FSRS's 1..10, or 0 under SM-2 or before the first answer
 * @param difficultyAfter the same
 * @param dueAfter the day for which it left the card due
 */
public record CardEvent(
    Instant at,
    StepKind kind,
    @Nullable Grade grade,
    int easinessBefore,
    int easinessAfter,
    double difficultyBefore,
    double difficultyAfter,
    int intervalAfter,
    LocalDate dueAfter) {}
