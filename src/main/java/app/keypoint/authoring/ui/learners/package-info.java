/** What learners said of questions, and the figures of their answers. */
@NullMarked
package app.keypoint.authoring.ui.learners;

import org.jspecify.annotations.NullMarked;
