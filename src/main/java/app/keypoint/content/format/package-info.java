/** The format of quiz files: read with positions, checked against its schema, written. */
@NamedInterface("format")
@NullMarked
package app.keypoint.content.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
