/**
 * By which words services say who may call them. Knows no feature; {@code identity} does the
 * checking.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.keypoint.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
