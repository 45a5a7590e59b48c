/** What a learner sees of their own memory. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "ui",
      "audit",
      "identity",
      "content",
      "content :: ui",
      "quiz",
      "review",
      "review :: statistics",
      "practice",
      "statistics"
    })
@NullMarked
package app.keypoint.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
