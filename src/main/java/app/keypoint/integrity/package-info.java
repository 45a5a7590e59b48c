/**
 * Whether what is kept follows from the log: features say how it does, this checks and repairs. And
 * the database as a whole, saved and brought back.
 */
@ApplicationModule(allowedDependencies = {"access", "time", "ui", "audit", "identity"})
@NullMarked
package app.keypoint.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
