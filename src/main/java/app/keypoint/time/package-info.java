/** The clock and the study day: the only place that asks what time it is. */
@NullMarked
package app.keypoint.time;

import org.jspecify.annotations.NullMarked;
