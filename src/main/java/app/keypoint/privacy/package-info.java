/** What people are told of what is kept of them and who sees it, and how they take it along. */
@ApplicationModule(
    allowedDependencies = {"access", "table", "time", "ui", "audit", "identity", "cohort"})
@NullMarked
package app.keypoint.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
