/** Signing in at a school's own provider. */
@NullMarked
package app.keypoint.identity.internal.oidc;

import org.jspecify.annotations.NullMarked;
