/** The page on which people see who sees what of them. */
@NullMarked
package app.keypoint.privacy.ui;

import org.jspecify.annotations.NullMarked;
