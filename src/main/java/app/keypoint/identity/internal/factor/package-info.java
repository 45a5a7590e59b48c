/** What proves who somebody is, beside the password. Knows accounts by their ids alone. */
@NullMarked
package app.keypoint.identity.internal.factor;

import org.jspecify.annotations.NullMarked;
