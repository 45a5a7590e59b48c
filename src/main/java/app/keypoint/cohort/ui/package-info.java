/** The list of cohorts, joining them, and their settings; each further screen has a room. */
@NullMarked
package app.keypoint.cohort.ui;

import org.jspecify.annotations.NullMarked;
