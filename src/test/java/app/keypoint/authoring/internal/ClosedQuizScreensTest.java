package app.keypoint.authoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Sharing;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Responses;
import app.keypoint.support.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a learner is offered of a quiz that they began and that is for them no longer. */
@AuthoringTest
class ClosedQuizScreensTest extends ScreenTest {

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired QuizTaking taking;

  private Account author;
  private Account learner;
  private String quiz;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    quiz = drafts.create(author.id(), "Bees").id();
    var unused = new WrittenQuiz(drafts, author.id(), quiz).complete();
    var published =
        publishing.publish(author.id(), quiz, publishing.preview(author.id(), quiz).mark(), "");
    sharing.openToEveryone(author.id(), quiz, true);
    learner = fixtures.learner();
    return learner;
  }

  @Test
  void whatWasTakenIsNotOfferedAgain() {
    Attempt attempt = taking.start(learner.id(), quiz);
    String score = "attempt/" + attempt.id() + "/score";
    var unused =
        taking.answer(
            learner.id(),
            attempt.id(),
            1,
            Responses.right(attempt.item(1).asked().question()),
            Duration.ofSeconds(5));
    for (String screen : List.of("quizzes", "quiz/" + quiz, "", score)) {
      assertThat(links(screen)).as(screen).contains(start());
    }
    close();
    for (String screen : List.of("quizzes", "quiz/" + quiz, "", score)) {
      assertThat(links(screen)).as(screen).doesNotContain(start());
      assertThat(page()).as(screen).contains("Bees");
    }
    assertThat(links("quizzes")).contains("quiz/" + quiz);
  }

  @Test
  void anOpenAttemptIsResumedAndNoNewCardsAreOffered() {
    long attempt = taking.start(learner.id(), quiz).id();
    assertThat(links("quiz/" + quiz)).contains("attempt/" + attempt);
    assertThat(buttons()).contains("Add to daily reviews");
    assertThat(links("attempt/" + attempt)).isNotNull();
    assertThat(buttons()).contains("↺");
    close();
    assertThat(links("quiz/" + quiz)).contains("attempt/" + attempt);
    assertThat(buttons()).doesNotContain("Add to daily reviews");
    assertThat(links("attempt/" + attempt)).isNotNull();
    assertThat(buttons()).isNotEmpty().doesNotContain("↺");
  }

  private void close() {
    fixtures.as(author, () -> sharing.openToEveryone(author.id(), quiz, false));
  }

  private String start() {
    return "quiz/" + quiz + "/start";
  }

  private List<String> links(String screen) {
    UI.getCurrent().navigate("settings");
    UI.getCurrent().navigate(screen);
    return view().select("a").eachAttr("href");
  }

  private List<String> buttons() {
    return findInView(NativeButton.class).all().stream().map(NativeButton::getText).toList();
  }
}
