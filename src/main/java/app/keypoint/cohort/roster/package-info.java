/** Rosters: lists of people taken in from a file, and the rules of the server for them. */
@NullMarked
package app.keypoint.cohort.roster;

import org.jspecify.annotations.NullMarked;
