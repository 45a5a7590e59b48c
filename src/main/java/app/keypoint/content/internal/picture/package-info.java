/** The table of images, and the address at which they are served. */
@NullMarked
package app.keypoint.content.internal.picture;

import org.jspecify.annotations.NullMarked;
