/** Which request somebody may send, and the headers that every answer carries. */
@NullMarked
package app.keypoint.identity.internal;

import org.jspecify.annotations.NullMarked;
