/** Entities, services, the job that sends, and the pages and files outside of Vaadin. */
@NullMarked
package app.keypoint.reminder.internal;

import org.jspecify.annotations.NullMarked;
