/** Screens of this feature; the learner's overview is also for the instructor's screens. */
@NamedInterface("ui")
@NullMarked
package app.keypoint.progress.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
