/** One learner of a cohort: notes and history. */
@NullMarked
package app.keypoint.cohort.internal.learner;

import org.jspecify.annotations.NullMarked;
