/** Reads what is kept of people, for themselves. */
@NullMarked
package app.keypoint.privacy.internal;

import org.jspecify.annotations.NullMarked;
