package app.keypoint.authoring.ui.editions;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Responses;
import app.keypoint.support.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an author is told of what differs, of what was published and of what is about to be. */
@AuthoringTest
class ComparisonScreensTest extends ScreenTest {

  private static final String REVIEW = "in review";

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired QuizTaking taking;

  private Account author;
  private String quiz;
  private String question;
  private WrittenQuiz written;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    quiz = drafts.create(author.id(), "Bees").id();
    written = new WrittenQuiz(drafts, author.id(), quiz);
    question = written.complete();
    sharing.openToEveryone(author.id(), quiz, true);
    publish();
    return author;
  }

  @Test
  void theHistorySaysNothingOfReviewsWhichAreOfToday() {
    Account learner = fixtures.learner();
    fixtures.as(learner, () -> take(learner));
    moveToAnotherKeyPoint();
    UI.getCurrent().navigate("write/" + quiz);
    click("Publish…");
    assertThat(find(Dialog.class).single().getElement().getTextRecursively())
        .contains("One learner has it " + REVIEW);
    publish();
    UI.getCurrent().navigate("editions/" + quiz);
    tap("Compare with edition 1");
    assertThat(page()).contains("Reworded").doesNotContain(REVIEW).doesNotContain("next take");
  }

  @Test
  void keyPointsHaveTheirTitlesInComparisons() {
    moveToAnotherKeyPoint();
    publish();
    UI.getCurrent().navigate("editions/" + quiz);
    tap("Compare with edition 1");
    tap("Compare");
    assertThat(page()).contains("Dances tell of food", "Dances tell how far").doesNotContain("kp-");
  }

  @Test
  void anotherOrderIsADifference() {
    String second = written.typed("How do bees tell where food is?", "by a dance");
    publish();
    drafts.move(author.id(), quiz, second, 0);
    UI.getCurrent().navigate("write/" + quiz);
    click("Publish…");
    assertThat(find(Dialog.class).single().getElement().getTextRecursively())
        .contains("come in another order")
        .doesNotContain("Nothing differs");
    publish();
    UI.getCurrent().navigate("editions/" + quiz);
    tap("Compare with edition 2");
    assertThat(page()).contains("come in another order").doesNotContain("Nothing differs");
    tap("Compare with edition 1");
    assertThat(page()).as("one more, and the rest as it was").doesNotContain("another order");
  }

  private void moveToAnotherKeyPoint() {
    DraftItem other =
        drafts.add(
            author.id(),
            quiz,
            1,
            new ItemBody.KeyPoint(
                "Dances tell how far", "What else they tell", "A dance tells how far.", 1, ""));
    DraftItem asked = drafts.draft(author.id(), quiz).item(question).orElseThrow();
    written.change(question, ((ItemBody.Question) asked.body()).ofKeyPoint(other.id()));
    assertThat(drafts.draft(author.id(), quiz).live(ItemKind.KEY_POINT)).hasSize(2);
  }

  private void take(Account learner) {
    Attempt attempt = taking.start(learner.id(), quiz);
    var unused =
        taking.answer(
            learner.id(),
            attempt.id(),
            1,
            Responses.right(attempt.item(1).asked().question()),
            Duration.ofSeconds(5));
  }

  private void publish() {
    var unused =
        publishing.publish(author.id(), quiz, publishing.preview(author.id(), quiz).mark(), "");
  }

  private void click(String button) {
    test(find(Button.class).withText(button).single()).click();
  }

  private void tap(String button) {
    test(find(NativeButton.class).withText(button).single()).click();
  }
}
