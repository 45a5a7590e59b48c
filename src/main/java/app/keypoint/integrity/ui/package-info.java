/** The screen of the check. */
@NullMarked
package app.keypoint.integrity.ui;

import org.jspecify.annotations.NullMarked;
