package app.keypoint.content.internal;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.format.ParsedQuiz;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code quiz}. */
@Entity
@Table(name = "quiz")
class QuizRow {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Id String id;
  String file;
  String title;
  int position;
  String articleTitle;
  String articleAuthor;
  String articleSection;

  @Column(columnDefinition = "text")
  @Nullable String articleText;

  boolean articleReadable;

  /** As JSON, by key point or question. */
  @Column(columnDefinition = "text")
  @Nullable String passages;

  boolean retired;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected QuizRow() {}

  @SuppressWarnings("NullAway.Init") // set by update
  QuizRow(String id) {
    this.id = id;
  }

  void update(ParsedQuiz quiz, String file) {
    this.file = file;
    title = quiz.title();
    position = quiz.position();
    articleTitle = quiz.article().title();
    articleAuthor = quiz.article().author();
    articleSection = quiz.article().section();
    articleText = quiz.article().text().isEmpty() ? null : quiz.article().text();
    articleReadable = quiz.article().readable();
    passages =
        quiz.article().passages().isEmpty()
            ? null
            : JSON.writeValueAsString(new TreeMap<>(quiz.article().passages()));
    retired = false;
  }

  Quiz toQuiz(List<KeyPoint> keyPoints, List<QuestionVersion> questions) {
    return new Quiz(
        id,
        title,
        position,
        new Quiz.Article(
            articleTitle,
            articleAuthor,
            articleSection,
            articleText == null ? "" : articleText,
            articleReadable,
            passages == null ? Map.of() : JSON.readValue(passages, new TypeReference<>() {})),
        List.copyOf(keyPoints),
        List.copyOf(questions));
  }
}
