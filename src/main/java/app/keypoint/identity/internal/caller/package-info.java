/** Who calls a service, and whether they may. */
@NullMarked
package app.keypoint.identity.internal.caller;

import org.jspecify.annotations.NullMarked;
