/** What is loaded, from files and from those who write quizzes, and who is told. */
@NamedInterface("loading")
@NullMarked
package app.keypoint.content.loading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
