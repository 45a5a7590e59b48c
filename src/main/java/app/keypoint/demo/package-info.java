/** Demo accounts and their history, in the demo profile only. */
@NullMarked
package app.keypoint.demo;

import org.jspecify.annotations.NullMarked;
