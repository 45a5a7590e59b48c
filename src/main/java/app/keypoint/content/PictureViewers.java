package app.keypoint.content;

import java.util.Set;

/**
 * Whoever knows of people who may see an image though no quiz that has it is open to them;
 * implemented by those who keep such people, since they use the content.
 */
public interface PictureViewers {

  /** Whether somebody writes a quiz that has the image. */
  default boolean writes(long accountId, String hash) {
    return false;
  }

  /** Whether somebody was ever asked one of these questions, or began one of these quizzes. */
  default boolean wasAsked(long accountId, Set<String> questionIds, Set<String> quizIds) {
    return false;
  }
}
