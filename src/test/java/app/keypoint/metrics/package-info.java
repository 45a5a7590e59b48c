/** Meters and health as monitoring reads them. */
@NullMarked
package app.keypoint.metrics;

import org.jspecify.annotations.NullMarked;
