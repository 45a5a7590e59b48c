/** The list of own quizzes, sharing and bringing them; each further screen has a room. */
@NullMarked
package app.keypoint.authoring.ui;

import org.jspecify.annotations.NullMarked;
