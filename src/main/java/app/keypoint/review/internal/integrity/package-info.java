/** What follows from the log, rebuilt and compared by the check of the data. */
@NullMarked
package app.keypoint.review.internal.integrity;

import org.jspecify.annotations.NullMarked;
