/** Meters, fed by the features' events. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "identity",
      "identity :: signin",
      "content",
      "content :: loading",
      "quiz",
      "review",
      "review :: statistics",
      "scheduling",
      "integrity"
    })
@NullMarked
package app.keypoint.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
