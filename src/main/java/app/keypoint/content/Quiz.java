package app.keypoint.content;

import java.util.List;

/**
 * A quiz as it is served now.
 *
 * @param position its place among the quizzes, from 1
 * @param questions live ones in the file's order, each in its current version
 */
public record Quiz(
    String id,
    String title,
    int position,
    Article article,
    List<KeyPoint> keyPoints,
    List<QuestionVersion> questions) {

  /** The longest id of a quiz, question or key point. */
  public static final int MAX_ID = 100;

  /** Where the quiz comes from. */
  public record Article(String title, String author, String section) {}
}
