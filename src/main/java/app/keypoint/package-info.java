@NullMarked
package app.keypoint;

import org.jspecify.annotations.NullMarked;
