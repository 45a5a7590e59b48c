/** Slows down guessing, by account, network and known browser. */
@NullMarked
package app.keypoint.identity.internal.throttling;

import org.jspecify.annotations.NullMarked;
