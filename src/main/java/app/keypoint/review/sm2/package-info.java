/** SM-2 as published in 1990, pure and exact. */
@NullMarked
package app.keypoint.review.sm2;

import org.jspecify.annotations.NullMarked;
