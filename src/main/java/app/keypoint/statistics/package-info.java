/** What sums over attempts say of questions and quizzes; pure, with classical test theory's terms. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.keypoint.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
