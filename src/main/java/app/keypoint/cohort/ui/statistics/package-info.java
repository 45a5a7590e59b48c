/** Questions, key points and weeks of a cohort. */
@NullMarked
package app.keypoint.cohort.ui.statistics;

import org.jspecify.annotations.NullMarked;
