/** Signing in and what it takes: second steps, passkeys, the provider, registration, sessions. */
@NamedInterface("signin")
@NullMarked
package app.keypoint.identity.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
