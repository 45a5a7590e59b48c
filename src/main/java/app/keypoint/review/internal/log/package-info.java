/** Cards and the append-only log, their only writer, and the counters of days. */
@NullMarked
package app.keypoint.review.internal.log;

import org.jspecify.annotations.NullMarked;
