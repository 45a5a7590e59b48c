@NullMarked
package app.keypoint.statistics;

import org.jspecify.annotations.NullMarked;
