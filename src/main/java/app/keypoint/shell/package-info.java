/** Main layout and error pages. */
@NullMarked
package app.keypoint.shell;

import org.jspecify.annotations.NullMarked;
