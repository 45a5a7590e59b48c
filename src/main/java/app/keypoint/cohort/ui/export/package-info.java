/** Tables, gradebooks and the report to take along. */
@NullMarked
package app.keypoint.cohort.ui.export;

import org.jspecify.annotations.NullMarked;
