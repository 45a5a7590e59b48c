/** What answers, the queue and its limits do; what they keep is in the rooms beside. */
@NullMarked
package app.keypoint.review.internal;

import org.jspecify.annotations.NullMarked;
