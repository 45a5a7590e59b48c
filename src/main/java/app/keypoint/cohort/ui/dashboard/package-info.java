/** A cohort's page: learners, nudges, and what stands out. */
@NullMarked
package app.keypoint.cohort.ui.dashboard;

import org.jspecify.annotations.NullMarked;
