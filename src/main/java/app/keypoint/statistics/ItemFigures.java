package app.keypoint.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a question.
 *
 * @param facility mean share of its marks, 0..1; null when it gives none
 * @param deviation standard deviation of its marks
 * @param discrimination index, -100..100; null when its marks or the rest do not vary
 * @param efficiency of discrimination, at most 100; null when no order could discriminate
 * @param weight its effective share of what sets totals apart, per cent; null when it works against
 *     them
 */
public record ItemFigures(
    @Nullable Double facility,
    double deviation,
    @Nullable Double discrimination,
    @Nullable Double efficiency,
    @Nullable Double weight) {}
