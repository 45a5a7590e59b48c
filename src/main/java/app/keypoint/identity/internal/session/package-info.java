/** Sessions: whose they are, how long they live, how many there may be. */
@NullMarked
package app.keypoint.identity.internal.session;

import org.jspecify.annotations.NullMarked;
