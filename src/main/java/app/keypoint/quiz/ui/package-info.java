/** Screens of this feature. */
@NullMarked
package app.keypoint.quiz.ui;

import org.jspecify.annotations.NullMarked;
