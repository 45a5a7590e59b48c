/** Screens of this feature. */
@NullMarked
package app.keypoint.cards.ui;

import org.jspecify.annotations.NullMarked;
