/** Who is out stays out: everybody, against everything that is somebody else's. */
@NullMarked
package app.keypoint.access;

import org.jspecify.annotations.NullMarked;
