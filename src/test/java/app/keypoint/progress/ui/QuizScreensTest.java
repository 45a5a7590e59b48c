package app.keypoint.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.Quiz;
import org.junit.jupiter.api.Test;

class QuizScreensTest extends LearnerScreens {

  @Test
  void allQuizzesAreThereToStart() {
    open(MONDAY, "quizzes");
    assertThat(title()).isEqualTo("Quizzes");
    assertThat(view().select("article")).hasSameSizeAs(catalogue.quizzes());
    for (Quiz quiz : catalogue.quizzes()) {
      assertThat(links()).contains("quiz/" + quiz.id(), "quiz/" + quiz.id() + "/start");
      assertThat(page()).contains(quiz.title());
    }
  }

  @Test
  void aQuizShowsItsKeyPointsAndHowWellEachIsHeld() {
    Quiz quiz = catalogue.quizzes().get(1);
    finish(quiz, MONDAY, 0);
    open(MONDAY, "quiz/" + quiz.id());
    assertThat(title()).isEqualTo(quiz.title());
    assertThat(view().select("details > summary").eachText())
        .containsExactlyElementsOf(quiz.keyPoints().stream().map(KeyPoint::title).toList());
    assertThat(page()).contains("100% · growing").contains("100%retained today");
    assertThat(primary().attr("href")).isEqualTo("quiz/" + quiz.id() + "/start");
  }

  /** Titles say what the key points say, and hold half of the answers that are typed. */
  @Test
  void beforeItsFirstAttemptAQuizListsTopicsAlone() {
    for (Quiz quiz : catalogue.quizzes()) {
      open(MONDAY, "quiz/" + quiz.id());
      assertThat(view().select("details")).as(quiz.id()).isEmpty();
      for (KeyPoint keyPoint : quiz.keyPoints()) {
        assertThat(page())
            .contains(Markdown.text(keyPoint.topicOrTitle()))
            .doesNotContain(Markdown.text(keyPoint.text()));
        if (keyPoint.topic() != null) {
          assertThat(page()).doesNotContain(keyPoint.title());
        }
      }
    }
  }

  @Test
  void aQuizThatIsNotServedIsNotFound() {
    open(MONDAY, "quiz/none");
    assertThat(getCurrentView()).isNotInstanceOf(QuizView.class);
  }

  private java.util.List<String> links() {
    return view().select("a").eachAttr("href");
  }
}
