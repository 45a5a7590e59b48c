/** Figures, learners' lists, live updates and nudges of a cohort's page. */
@NullMarked
package app.keypoint.cohort.internal.dashboard;

import org.jspecify.annotations.NullMarked;
