/** What the log comes to: per learner, per day, per week, and how full queues are. */
@NamedInterface("statistics")
@NullMarked
package app.keypoint.review.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
