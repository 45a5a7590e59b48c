/** Quizzes written in the browser: drafts, publishing, whose they are and for whom. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "ui",
      "audit",
      "identity",
      "content",
      "content :: file",
      "content :: format",
      "content :: grading",
      "content :: loading",
      "content :: picture",
      "content :: ui",
      "cohort",
      "quiz"
    })
@NullMarked
package app.keypoint.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
