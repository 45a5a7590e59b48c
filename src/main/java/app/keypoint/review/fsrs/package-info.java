/** FSRS-6, the free spaced repetition scheduler, as pure functions. */
@NullMarked
package app.keypoint.review.fsrs;

import org.jspecify.annotations.NullMarked;
