/** What people prefer of all screens: language, colours, keys; kept in cookies of the browser. */
@NamedInterface("preference")
@NullMarked
package app.keypoint.ui.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
