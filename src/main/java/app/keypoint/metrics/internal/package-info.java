/** Meters and health. */
@NullMarked
package app.keypoint.metrics.internal;

import org.jspecify.annotations.NullMarked;
