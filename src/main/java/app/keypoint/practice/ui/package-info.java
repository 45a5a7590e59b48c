/** Screens of this feature. */
@NullMarked
package app.keypoint.practice.ui;

import org.jspecify.annotations.NullMarked;
