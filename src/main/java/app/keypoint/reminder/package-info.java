/** What tells learners of due cards while they are elsewhere: a calendar feed and mails. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "ui",
      "identity",
      "review",
      "review :: statistics",
      "progress"
    })
@NullMarked
package app.keypoint.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
