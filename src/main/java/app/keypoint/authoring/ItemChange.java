package app.keypoint.authoring;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one part of a quiz.
 *
 * @param before what it says until then; null when it is new or comes back
 * @param after what it says from then on; null when it is retired
 * @param learners how many have the question in review; 0 for other parts
 */
public record ItemChange(
    String itemId,
    ItemKind kind,
    Change change,
    @Nullable ItemBody before,
    @Nullable ItemBody after,
    int learners) {}
