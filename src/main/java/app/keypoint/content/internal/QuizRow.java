package app.keypoint.content.internal;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.file.QuizDraft;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A row of {@code quiz}. */
@Entity
@Table(name = "quiz")
class QuizRow {

  @Id String id;
  String file;
  String title;
  int position;
  String articleTitle;
  String articleAuthor;
  String articleSection;
  boolean retired;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected QuizRow() {}

  @SuppressWarnings("NullAway.Init") // set by update
  QuizRow(String id) {
    this.id = id;
  }

  void update(QuizDraft quiz, String file) {
    this.file = file;
    title = quiz.title();
    position = quiz.position();
    articleTitle = quiz.article().title();
    articleAuthor = quiz.article().author();
    articleSection = quiz.article().section();
    retired = false;
  }

  Quiz toQuiz(List<KeyPoint> keyPoints, List<QuestionVersion> questions) {
    return new Quiz(
        id,
        title,
        position,
        new Quiz.Article(articleTitle, articleAuthor, articleSection),
        List.copyOf(keyPoints),
        List.copyOf(questions));
  }
}
