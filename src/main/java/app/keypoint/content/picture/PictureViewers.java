package app.keypoint.content.picture;

import app.keypoint.content.Picture;
import app.keypoint.content.Quiz;
import app.keypoint.content.ServedQuestions;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.validation.annotation.Validated;

/**
 * Whoever knows of people who may see an image though no quiz that has it is open to them;
 * implemented by those who keep such people, since they use the content.
 */
@Validated
public interface PictureViewers {

  /** Whether somebody writes a quiz that has the image. */
  default boolean writes(long accountId, @Size(max = Picture.HASH_LENGTH) String hash) {
    return false;
  }

  /** Whether somebody was ever asked one of these questions, or began one of these quizzes. */
  default boolean wasAsked(
      long accountId,
      @Size(max = ServedQuestions.MAX_VERSIONS) Set<@Size(max = Quiz.MAX_ID) String> questionIds,
      @Size(max = ServedQuestions.MAX_VERSIONS) Set<@Size(max = Quiz.MAX_ID) String> quizIds) {
    return false;
  }
}
