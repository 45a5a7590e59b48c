package app.keypoint.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /**
   * Where the quiz comes from.
   *
   * @param text Markdown; empty when it is not kept here
   * @param readable whether learners may read the text
   * @param passages words of the text by the key point or question that they belong to
   */
  public record Article(
      String title,
      String author,
      String section,
      String text,
      boolean readable,
      Map<String, String> passages) {

    public Article {
      passages = Map.copyOf(passages);
    }

    /** One that is named only. */
    public Article(String title, String author, String section) {
      this(title, author, section, "", false, Map.of());
    }

    /** The same under other names. */
    public Article named(Article names) {
      return new Article(names.title, names.author, names.section, text, readable, passages);
    }

    /** The words that a question asks about: those that it names, or its key point does. */
    public Optional<String> passageFor(Question question) {
      return passageFor(question.id(), question.keyPointId());
    }

    /** The same of a question that need not be complete. */
    public Optional<String> passageFor(String questionId, String keyPointId) {
      return Optional.ofNullable(passages.get(questionId))
          .or(() -> Optional.ofNullable(passages.get(keyPointId)));
    }

    /** Whether there is something to read, and learners may. */
    public boolean opens() {
      return readable && !text.isEmpty();
    }
  }

  /** Ids of the questions, in their order. */
  public List<String> questionIds() {
    return questions.stream().map(version -> version.question().id()).toList();
  }
}
