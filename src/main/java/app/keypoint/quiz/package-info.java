/** Attempts at a quiz: taken, saved, resumed and graded. */
@ApplicationModule(
    allowedDependencies = {"access", "time", "ui", "identity", "content", "content :: ui"})
@NullMarked
package app.keypoint.quiz;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
