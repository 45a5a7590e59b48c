/**
 * By which words services say who may call them, and what keeps people's work and files from each
 * other. Knows no feature; {@code identity} does the checking.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.keypoint.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
