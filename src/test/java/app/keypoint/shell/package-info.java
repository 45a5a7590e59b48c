/** Languages, keys, error pages and the shared look. */
@NullMarked
package app.keypoint.shell;

import org.jspecify.annotations.NullMarked;
