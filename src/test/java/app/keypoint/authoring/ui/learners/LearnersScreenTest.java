package app.keypoint.authoring.ui.learners;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.Claiming;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.loading.TakeUp;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An author hears what learners say, and does something about it. */
@AuthoringTest
class LearnersScreenTest extends ScreenTest {

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired QuizTaking taking;
  @Autowired ProblemReports reports;
  @Autowired Catalogue catalogue;
  @Autowired TakeUp content;
  @Autowired JdbcTemplate jdbc;

  private Account author;
  private String quiz;
  private WrittenQuiz written;
  private String typed;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    quiz = drafts.create(author.id(), "Bees").id();
    written = new WrittenQuiz(drafts, author.id(), quiz);
    var unused = written.complete();
    typed = written.typed("What does a dance tell?", "where food is");
    var published =
        publishing.publish(author.id(), quiz, publishing.preview(author.id(), quiz).mark(), "");
    sharing.openToEveryone(author.id(), quiz, true);
    return author;
  }

  @Test
  void oneClickAcceptsAndAnotherSetsAside() {
    claim("the way to food");
    claim("the hive’s age");
    report("Unclear what “tell” means.");
    UI.getCurrent().navigate("write");
    assertThat(page()).contains("3 notes of learners");
    UI.getCurrent().navigate("notes/" + quiz);
    assertThat(page())
        .contains("What does a dance tell?", "the way to food", "one learner", "Unclear what");
    assertThat(page()).doesNotContain("Test learner");

    FiguresCard figures = find(FiguresCard.class).single();
    press("Accept: the way to food");
    assertThat(find(FiguresCard.class).single()).as("not added up anew").isSameAs(figures);
    assertThat(find(Paragraph.class).withClassName("alert").single().getText())
        .contains("is accepted in the draft");
    assertThat(accepted()).containsExactly("the way to food");
    press("Set aside: the hive’s age");
    press("Set aside: Unclear what “tell” means.");
    assertThat(page()).contains("Nothing waits for you");
    UI.getCurrent().navigate("write");
    assertThat(page()).doesNotContain("notes of learners");
  }

  @Test
  void whatCannotBeAcceptedAnyMoreIsSaid() {
    claim("the way to food");
    UI.getCurrent().navigate("notes/" + quiz);
    var item = drafts.draft(author.id(), quiz).item(typed).orElseThrow();
    var changed =
        drafts.save(
            author.id(),
            quiz,
            typed,
            item.revision(),
            WrittenQuiz.question(
                ((ItemBody.Question) item.body()).keyPointId(), "Which?", "Where food is"));
    press("Accept: the way to food");
    assertThat(page()).contains("cannot be accepted").contains("Nothing waits for you");
  }

  @Test
  void whatThereIsNoRoomForIsSaid() {
    String answer = "to food, ".repeat(20).strip();
    claim(answer);
    written.fill();
    UI.getCurrent().navigate("notes/" + quiz);
    press("Accept: " + answer);
    assertThat(page()).contains("There is no room for more").doesNotContain("cannot be accepted");
    assertThat(accepted()).isEmpty();
  }

  @Test
  void aWithdrawalThatDidNotReachLearnersIsSaid() {
    jdbc.execute("alter table content_load rename to content_load_away");
    try {
      UI.getCurrent().navigate("editions/" + quiz);
      test(find(Button.class).withText("Take it from learners").single()).click();
      assertThat(test(find(Notification.class).single()).getText())
          .contains("could not take it away yet");
      UI.getCurrent().navigate("write");
      assertThat(page()).contains("still with learners").doesNotContain("not with learners yet");
      UI.getCurrent().navigate("write/" + quiz);
      assertThat(page()).contains("could not take it away yet");
    } finally {
      jdbc.execute("alter table content_load_away rename to content_load");
    }
    content.now();
    UI.getCurrent().navigate("write");
    assertThat(page()).doesNotContain("still with learners");
    UI.getCurrent().navigate("write/" + quiz);
    assertThat(page()).doesNotContain("could not take it away yet");
  }

  @Test
  void figuresAreShownFromFiveLearnersOn() {
    for (int i = 0; i < 5; i++) {
      UI.getCurrent().navigate("write");
      UI.getCurrent().navigate("notes/" + quiz);
      assertThat(page()).contains("as soon as 5 learners").doesNotContain("of the marks");
      claim("where food is");
    }
    UI.getCurrent().navigate("write");
    UI.getCurrent().navigate("notes/" + quiz);
    assertThat(page())
        .contains("5 learners, 100% of the marks", WrittenQuiz.STEM, "Where food is", "right");
  }

  @Test
  void ofSomebodyElsesQuizNothingIsTold() {
    report("Unclear.");
    fixtures.signIn(fixtures.instructor());
    UI.getCurrent().navigate("notes/" + quiz);
    assertThat(page()).doesNotContain("Unclear.").contains("There is nothing here");
  }

  private List<String> accepted() {
    return ((ItemBody.Question) drafts.draft(author.id(), quiz).item(typed).orElseThrow().body())
        .accept();
  }

  private void claim(String answer) {
    Claiming.take(fixtures, taking, fixtures.learner(), quiz, answer);
  }

  private void report(String note) {
    Account learner = fixtures.learner();
    long version = catalogue.question(typed).orElseThrow().id();
    var unused = fixtures.as(learner, () -> reports.report(learner.id(), version, note));
  }

  private void press(String label) {
    test(find(NativeButton.class)
            .withCondition(b -> b.getAriaLabel().filter(label::equals).isPresent())
            .single())
        .click();
  }
}
