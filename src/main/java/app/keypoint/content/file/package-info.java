/** Whole quiz files and their translations, what marks a version, and the commands for both. */
@NamedInterface("file")
@NullMarked
package app.keypoint.content.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
