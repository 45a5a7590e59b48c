package app.keypoint.authoring.internal.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.QuestionFigures;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.EverybodysAnswers.OptionShare;
import app.keypoint.quiz.EverybodysAnswers.QuestionSum;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.StatementCounter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthoringTest
class QuestionFiguresTest {

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired QuestionFigures figures;
  @Autowired QuizTaking taking;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;

  private Account author;
  private String draft;
  private WrittenQuiz written;
  private String picked;
  private String typed;

  @BeforeEach
  void aPublishedQuiz() {
    author = fixtures.instructor();
    fixtures.signIn(author);
    draft = drafts.create(author.id(), "Bees").id();
    written = new WrittenQuiz(drafts, author.id(), draft);
    picked = written.complete();
    typed = written.typed("What does a dance tell?", "where food is");
    publish();
    sharing.openToEveryone(author.id(), draft, true);
  }

  @Test
  void ofFourLearnersNothingIsToldAndOfFiveEachCountsOnce() {
    for (int i = 0; i < 4; i++) {
      Account learner = fixtures.learner();
      take(learner, 0);
      take(learner, 2);
    }
    assertThat(figures.of(author.id(), draft)).as("eight attempts of four learners").isEmpty();
    take(fixtures.learner(), 2);

    List<QuestionSum> sums = figures.of(author.id(), draft);
    assertThat(sums)
        .extracting(
            sum -> sum.asked().question().id(), QuestionSum::learners, QuestionSum::facility)
        .containsExactly(tuple(picked, 5, 0.8), tuple(typed, 5, 0.8));
    assertThat(sums.getFirst().options())
        .extracting(OptionShare::text, OptionShare::correct, OptionShare::share)
        .containsExactly(
            tuple("Where food is", true, 0.8),
            tuple("How old bees are", false, 0.2),
            tuple("Who the queen is", false, 0.0));
    assertThat(sums.getLast().options()).isEmpty();
  }

  @Test
  void aQuestionThatIsAnotherNowBeginsAnewAndTheOthersGoOn() {
    takenByFive();
    String point = drafts.draft(author.id(), draft).live(ItemKind.KEY_POINT).getFirst().id();
    written.change(picked, WrittenQuiz.question(point, WrittenQuiz.STEM, "The place of food"));
    publish();
    assertThat(figures.of(author.id(), draft)).as("nobody has had it yet").hasSize(2);
    take(fixtures.learner(), 0);
    assertThat(figures.of(author.id(), draft))
        .extracting(sum -> sum.asked().question().id(), QuestionSum::learners)
        .containsExactly(tuple(typed, 6));
    drafts.retire(author.id(), draft, typed, true);
    assertThat(figures.of(author.id(), draft)).isEmpty();
  }

  @Test
  void onlyWhoMayEditSees() {
    takenByFive();
    Account user = fixtures.instructor();
    sharing.share(author.id(), draft, user.username(), Right.USE);
    Account editor = fixtures.instructor();
    sharing.share(author.id(), draft, editor.username(), Right.EDIT);
    for (Account other : List.of(user, fixtures.instructor())) {
      fixtures.signIn(other);
      assertThatThrownBy(() -> figures.of(other.id(), draft)).isInstanceOf(GoneException.class);
    }
    fixtures.signIn(editor);
    assertThat(figures.of(editor.id(), draft)).hasSize(2);
  }

  @Test
  void moreLearnersCostNoMoreStatements() {
    takenByFive();
    long few = counter.statementsOf(() -> figures.of(author.id(), draft));
    takenByFive();
    assertThat(counter.statementsOf(() -> figures.of(author.id(), draft)))
        .isEqualTo(few)
        .isLessThanOrEqualTo(5);
  }

  private void takenByFive() {
    for (int i = 0; i < 5; i++) {
      take(fixtures.learner(), i % 2);
    }
  }

  private void take(Account learner, int wrong) {
    fixtures.as(
        learner,
        () -> QuizAttempts.take(taking, learner.id(), draft, wrong, Duration.ofSeconds(5)));
  }

  private void publish() {
    var unused =
        publishing.publish(author.id(), draft, publishing.preview(author.id(), draft).mark(), "");
  }
}
