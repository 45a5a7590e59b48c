/** The rules of the layout, checked. */
@NullMarked
package app.keypoint.architecture;

import org.jspecify.annotations.NullMarked;
