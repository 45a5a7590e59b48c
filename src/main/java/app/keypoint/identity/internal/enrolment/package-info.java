/** How somebody changes what they sign in with, beside the password. */
@NullMarked
package app.keypoint.identity.internal.enrolment;

import org.jspecify.annotations.NullMarked;
