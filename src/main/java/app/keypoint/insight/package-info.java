/** Which scheduler suits a learner, and what a year of it would ask: compared and simulated. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "time",
      "ui",
      "ui :: chart",
      "identity",
      "scheduling",
      "review",
      "review :: history"
    })
@NullMarked
package app.keypoint.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
