/** What becomes of a card: the transition that preview, answer and replay share. */
@NullMarked
package app.keypoint.review.internal.schedule;

import org.jspecify.annotations.NullMarked;
