/** Practice beside the queue, and the days of exams that it prepares for. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "ui",
      "identity",
      "content",
      "content :: ui",
      "scheduling",
      "review",
      "review :: ui"
    })
@NullMarked
package app.keypoint.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
