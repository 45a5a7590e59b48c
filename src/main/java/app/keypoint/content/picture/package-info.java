/** Images of questions: made harmless, named by their hash, kept and shown. */
@NamedInterface("picture")
@NullMarked
package app.keypoint.content.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
