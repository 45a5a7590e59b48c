/** A learner's cards as a list: filtered, looked into and acted on. */
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
package app.keypoint.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
