/** Answers one by one: a learner's over all time, those brought from elsewhere, a cohort's. */
@NamedInterface("history")
@NullMarked
package app.keypoint.review.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
