/** A page with every shared part of the screens, to look at them and to scan them. */
@NullMarked
package app.keypoint.gallery;

import org.jspecify.annotations.NullMarked;
