package app.keypoint.lives;

import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log.
 *
 * @param step entries of one step have the same
 * @param count what it added to its day
 * @param idle whether it left the card as it was
 */
record Event(
    int step,
    StepKind what,
    String question,
    Instant at,
    LocalDate day,
    @Nullable Grade grade,
    @Nullable LocalDate until,
    @Nullable Event undoes,
    Count count,
    boolean idle) {}
