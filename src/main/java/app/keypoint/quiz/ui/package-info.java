/** Screens of this feature; what is public is for others as well. */
@NamedInterface("ui")
@NullMarked
package app.keypoint.quiz.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
