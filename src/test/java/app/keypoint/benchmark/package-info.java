/** Measurements, run by script/benchmark; no tests. */
@NullMarked
package app.keypoint.benchmark;

import org.jspecify.annotations.NullMarked;
