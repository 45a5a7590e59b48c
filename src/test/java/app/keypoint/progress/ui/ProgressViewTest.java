package app.keypoint.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Confidence;
import app.keypoint.content.ConfidenceTally;
import app.keypoint.content.Quiz;
import app.keypoint.quiz.QuizAnswered;
import com.vaadin.flow.component.html.Anchor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressViewTest extends LearnerScreens {

  @Test
  void firstUse_saysWhatToDo() {
    open(MONDAY, "progress");
    assertThat(words()).contains("Nothing to show yet");
    assertThat(primary().getHref()).isEqualTo("quizzes");
  }

  @Test
  void showsWhatWasRememberedAndWhatComesUp() {
    Quiz quiz = catalogue.quizzes().get(1);
    int cards = quiz.questions().size();
    finish(quiz, MONDAY, 0);
    Instant tuesday = MONDAY.plus(DAY);
    practice.review(learner, tuesday, 1);
    open(tuesday, "progress");
    assertThat(words())
        .contains("of " + cards + " reviews")
        .contains("2 days")
        .contains("none of them mature yet")
        .contains("Busiest: Monday 9 March, " + (cards - 1) + " cards")
        .contains("forgotten once");
    assertThat(findInView(Anchor.class).withText("Export my data").all()).hasSize(1);
  }

  @Test
  void hardCardsDoNotGiveTheirAnswersAway() {
    catalogue.quizzes().forEach(quiz -> finish(quiz, MONDAY, 0));
    practice.review(learner, MONDAY.plus(DAY), 200);
    open(MONDAY.plus(DAY), "progress");
    assertThat(words()).doesNotContain("{{").doesNotContain("}}");
  }

  @Test
  void howSureAndHowRightIsShownFromTenAnswersOn() {
    finish(catalogue.quizzes().get(1), MONDAY, 0);
    say(new ConfidenceTally(5, 5, 2, 1, 2, 0));
    open(MONDAY, "progress");
    assertThat(words()).doesNotContain("Sure or guessing");
    say(ConfidenceTally.of(Confidence.SURE, false));
    open(MONDAY, "progress");
    assertThat(words())
        .contains("Sure or guessing")
        .contains("5 of 6 right")
        .contains("1 of 2 right")
        .contains("0 of 2 right")
        .contains("What you say agrees with how often you are right")
        .contains("One answer was wrong though you were sure.");
    open(MONDAY.plus(DAY.multipliedBy(91)), "progress");
    assertThat(words()).doesNotContain("Sure or guessing");
  }

  private void say(ConfidenceTally tally) {
    transactions.executeWithoutResult(
        _ ->
            events.publishEvent(
                new QuizAnswered(learner.id(), MONDAY, learner.calendar().dayOf(MONDAY), tally)));
  }

  @Test
  void anEmptyForecastIsSaidInWords() {
    Quiz quiz = catalogue.quizzes().get(1);
    practice.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 1), 0);
    Instant day = MONDAY;
    for (int days : List.of(1, 6, 15, 38)) {
      day = day.plus(DAY.multipliedBy(days));
      practice.review(learner, day, 0);
    }
    open(day, "progress");
    assertThat(words()).contains("No card comes up in the next 30 days.");
  }
}
