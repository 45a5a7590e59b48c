/** Screens of this feature; practice asks its cards on the same one. */
@NamedInterface("ui")
@NullMarked
package app.keypoint.review.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
