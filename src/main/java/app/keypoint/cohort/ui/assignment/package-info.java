/** Assignments, extensions and exams of a cohort. */
@NullMarked
package app.keypoint.cohort.ui.assignment;

import org.jspecify.annotations.NullMarked;
