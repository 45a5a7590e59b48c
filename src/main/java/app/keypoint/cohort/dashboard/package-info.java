/** What an instructor sees of a cohort's learners at a glance, and who needs a nudge. */
@NullMarked
package app.keypoint.cohort.dashboard;

import org.jspecify.annotations.NullMarked;
