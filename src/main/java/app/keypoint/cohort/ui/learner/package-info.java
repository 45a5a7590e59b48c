/** One learner of a cohort. */
@NullMarked
package app.keypoint.cohort.ui.learner;

import org.jspecify.annotations.NullMarked;
