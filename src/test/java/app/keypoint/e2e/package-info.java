/** The whole program, driven through a real browser as a person would. */
@NullMarked
package app.keypoint.e2e;

import org.jspecify.annotations.NullMarked;
