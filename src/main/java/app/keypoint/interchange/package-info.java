/** A learner's history in and out, in the format that programs for spaced repetition share. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "ui",
      "audit",
      "identity",
      "content",
      "content :: grading",
      "review",
      "review :: history"
    })
@NullMarked
package app.keypoint.interchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
