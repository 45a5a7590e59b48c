/** The question as a learner sees it, shared by quizzes and reviews. */
@NamedInterface("ui")
@NullMarked
package app.keypoint.content.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
