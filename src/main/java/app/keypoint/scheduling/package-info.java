/** Decides when a card comes next: SM-2 or FSRS-6 behind one interface, pure. */
@NullMarked
package app.keypoint.scheduling;

import org.jspecify.annotations.NullMarked;
