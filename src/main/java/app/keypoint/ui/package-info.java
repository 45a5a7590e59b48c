/** Components that every feature's screens share; knows no feature. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.keypoint.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
