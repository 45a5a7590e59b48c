/** Screens of this feature. */
@NullMarked
package app.keypoint.interchange.ui;

import org.jspecify.annotations.NullMarked;
