/** The log's table, its lines and its end of life. */
@NullMarked
package app.keypoint.audit.internal;

import org.jspecify.annotations.NullMarked;
