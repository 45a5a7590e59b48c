/** Screens of this feature. */
@NullMarked
package app.keypoint.insight.ui;

import org.jspecify.annotations.NullMarked;
