/** Where people come in: sign-in, registration and their steps. */
@NullMarked
package app.keypoint.identity.ui.signin;

import org.jspecify.annotations.NullMarked;
