/** Races by design: stops a transaction at a named point and lets another overtake. */
@NullMarked
package app.keypoint.support.races;

import org.jspecify.annotations.NullMarked;
