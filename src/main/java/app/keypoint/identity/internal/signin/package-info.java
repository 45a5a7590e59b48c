/** From what a browser sends to a session of somebody, step by step. */
@NullMarked
package app.keypoint.identity.internal.signin;

import org.jspecify.annotations.NullMarked;
