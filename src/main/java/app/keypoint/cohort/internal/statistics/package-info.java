/** Figures by question, key point and week, and the tables that go out. */
@NullMarked
package app.keypoint.cohort.internal.statistics;

import org.jspecify.annotations.NullMarked;
