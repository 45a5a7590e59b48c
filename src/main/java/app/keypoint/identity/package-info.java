/** Accounts, roles, sign-in and the security rules. */
@ApplicationModule(allowedDependencies = {"access", "time", "ui", "audit"})
@NullMarked
package app.keypoint.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
