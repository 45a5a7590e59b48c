/** How passwords are hashed, and which of them others would try first. */
@NullMarked
package app.keypoint.identity.internal.password;

import org.jspecify.annotations.NullMarked;
