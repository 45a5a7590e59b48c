@NullMarked
package app.keypoint.table;

import org.jspecify.annotations.NullMarked;
