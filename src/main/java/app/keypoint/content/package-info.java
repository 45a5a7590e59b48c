/** Quiz files: parsed, checked, versioned and served; grading of an answer. */
@ApplicationModule(allowedDependencies = {"access", "time", "ui", "identity", "statistics"})
@NullMarked
package app.keypoint.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
