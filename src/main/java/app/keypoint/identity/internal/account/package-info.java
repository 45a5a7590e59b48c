/** Accounts: made, looked up, changed; what names and passwords may be. */
@NullMarked
package app.keypoint.identity.internal.account;

import org.jspecify.annotations.NullMarked;
