/** The due queue, answering and undo. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "time",
      "ui",
      "identity",
      "content",
      "content :: ui",
      "quiz",
      "scheduling",
      "integrity"
    })
@NullMarked
package app.keypoint.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
