/** An answer graded: what was typed against what counts, and how sure its learner was. */
@NamedInterface("grading")
@NullMarked
package app.keypoint.content.grading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
