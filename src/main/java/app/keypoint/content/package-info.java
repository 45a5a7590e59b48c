/** Quizzes as they are served: questions, key points, and their words in other languages. */
@ApplicationModule(allowedDependencies = {"access", "time", "ui", "identity", "statistics"})
@NullMarked
package app.keypoint.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
