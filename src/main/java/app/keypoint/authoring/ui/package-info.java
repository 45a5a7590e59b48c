/** Screens on which instructors write quizzes. */
@NullMarked
package app.keypoint.authoring.ui;

import org.jspecify.annotations.NullMarked;
