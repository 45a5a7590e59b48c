/** Screens of this feature. */
@NullMarked
package app.keypoint.cohort.ui;

import org.jspecify.annotations.NullMarked;
