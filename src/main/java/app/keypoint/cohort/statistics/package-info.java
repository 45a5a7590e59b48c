/**
 * What answers and memory of a cohort come to, by question, key point and week, and out as tables.
 */
@NullMarked
package app.keypoint.cohort.statistics;

import org.jspecify.annotations.NullMarked;
