/** What administrators let rosters do. */
@NullMarked
package app.keypoint.cohort.internal.rules;

import org.jspecify.annotations.NullMarked;
