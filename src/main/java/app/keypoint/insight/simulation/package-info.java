/** What a year of studying would ask and give, simulated with an average memory. */
@NullMarked
package app.keypoint.insight.simulation;

import org.jspecify.annotations.NullMarked;
