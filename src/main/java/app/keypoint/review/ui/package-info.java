/** Screens of this feature. */
@NullMarked
package app.keypoint.review.ui;

import org.jspecify.annotations.NullMarked;
