/** What learners said of questions, and the figures of their answers. */
@NullMarked
package app.keypoint.authoring.internal.learners;

import org.jspecify.annotations.NullMarked;
