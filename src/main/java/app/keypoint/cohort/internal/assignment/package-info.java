/** Quizzes and exams given to cohorts, with dates and extensions. */
@NullMarked
package app.keypoint.cohort.internal.assignment;

import org.jspecify.annotations.NullMarked;
