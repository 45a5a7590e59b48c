/** Meters, health and who may read them. */
@NullMarked
package app.keypoint.metrics.internal;

import org.jspecify.annotations.NullMarked;
