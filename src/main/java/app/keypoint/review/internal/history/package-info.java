/** Answers over all time, imports among them, added and taken back as a whole. */
@NullMarked
package app.keypoint.review.internal.history;

import org.jspecify.annotations.NullMarked;
