/** Screens of this feature. */
@NullMarked
package app.keypoint.progress.ui;

import org.jspecify.annotations.NullMarked;
