/** What a person has here, and how it goes. */
@NullMarked
package app.keypoint.identity.internal.erasure;

import org.jspecify.annotations.NullMarked;
