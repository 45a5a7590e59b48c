/** Screens on which rosters are brought. */
@NullMarked
package app.keypoint.cohort.ui.roster;

import org.jspecify.annotations.NullMarked;
