/** Rosters read, planned and taken in; invitations. */
@NullMarked
package app.keypoint.cohort.internal.roster;

import org.jspecify.annotations.NullMarked;
