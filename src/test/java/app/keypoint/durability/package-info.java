/** What survives when the process is killed. */
@NullMarked
package app.keypoint.durability;

import org.jspecify.annotations.NullMarked;
