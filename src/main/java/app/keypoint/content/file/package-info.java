/** Quiz files: read with positions, checked against their schema and by the lint. */
@NullMarked
package app.keypoint.content.file;

import org.jspecify.annotations.NullMarked;
