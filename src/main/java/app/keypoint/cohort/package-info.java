/** Cohorts and what an instructor sees of them. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "ui",
      "ui :: chart",
      "audit",
      "identity",
      "content",
      "content :: grading",
      "content :: ui",
      "quiz",
      "quiz :: ui",
      "statistics",
      "review",
      "review :: history",
      "review :: statistics",
      "review :: ui",
      "scheduling",
      "practice",
      "progress",
      "progress :: ui",
      "interchange",
      "table"
    })
@NullMarked
package app.keypoint.cohort;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
