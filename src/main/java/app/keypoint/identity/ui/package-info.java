/** What the screens of this feature share, and the policy of every page. */
@NullMarked
package app.keypoint.identity.ui;

import org.jspecify.annotations.NullMarked;
