/** Where learners turn reminders on and off. */
@NullMarked
package app.keypoint.reminder.ui;

import org.jspecify.annotations.NullMarked;
