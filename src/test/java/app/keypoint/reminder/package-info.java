/** Reminders as learners, their calendar programs and their mail programs meet them. */
@NullMarked
package app.keypoint.reminder;

import org.jspecify.annotations.NullMarked;
