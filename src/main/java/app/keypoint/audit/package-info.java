/** Who did what, when and from where: the audit log. Knows no feature, so that all may write. */
@ApplicationModule(allowedDependencies = {"access", "time", "ui"})
@NullMarked
package app.keypoint.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
