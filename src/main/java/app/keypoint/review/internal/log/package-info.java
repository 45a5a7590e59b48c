/** Cards, the append-only log, the counters of days, and the only writer of all three. */
@NullMarked
package app.keypoint.review.internal.log;

import org.jspecify.annotations.NullMarked;
