/** Charts, drawn by web components of our own, each with a table beside it. */
@NamedInterface("chart")
@NullMarked
package app.keypoint.ui.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
