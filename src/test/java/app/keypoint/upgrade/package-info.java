/** What a later version makes of the databases of earlier ones. */
@NullMarked
package app.keypoint.upgrade;

import org.jspecify.annotations.NullMarked;
