/** The due queue, answering and undo. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "time",
      "ui",
      "ui :: chart",
      "identity",
      "content",
      "content :: grading",
      "content :: loading",
      "content :: picture",
      "content :: ui",
      "quiz",
      "scheduling",
      "integrity"
    })
@NullMarked
package app.keypoint.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
