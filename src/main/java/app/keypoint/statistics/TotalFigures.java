package app.keypoint.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a quiz as a whole. Null is what cannot be told: totals that do not vary have no
 * shape, and a single question is not consistent with anything.
 *
 * @param attempts what all of it rests on
 * @param alpha internal consistency (Cronbach's alpha), per cent
 * @param errorRatio how much of the standard deviation is chance, per cent
 * @param standardError of one total, in marks
 */
public record TotalFigures(
    int attempts,
    double mean,
    double median,
    double deviation,
    @Nullable Double skewness,
    @Nullable Double kurtosis,
    @Nullable Double alpha,
    @Nullable Double errorRatio,
    @Nullable Double standardError) {}
