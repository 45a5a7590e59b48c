/** Quiz files: read with positions, checked against their schema and by the lint. */
@NamedInterface("file")
@NullMarked
package app.keypoint.content.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
