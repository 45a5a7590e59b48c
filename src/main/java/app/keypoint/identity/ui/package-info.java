/** Screens of this feature. */
@NullMarked
package app.keypoint.identity.ui;

import org.jspecify.annotations.NullMarked;
