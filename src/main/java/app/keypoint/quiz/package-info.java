/** Attempts at a quiz: taken, saved, resumed and graded. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "ui",
      "identity",
      "content",
      "content :: grading",
      "content :: picture",
      "content :: ui",
      "integrity",
      "statistics"
    })
@NullMarked
package app.keypoint.quiz;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
