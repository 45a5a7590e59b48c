package app.keypoint.progress.ui;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.review.DueCard;
import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Responses;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressViewTest extends LearnerScreens {

  private static final Instant TUESDAY = MONDAY.plus(DAY);

  @Test
  void firstUse_saysWhatToDo() {
    open(MONDAY, "progress");
    assertThat(page()).contains("Nothing to show yet");
    assertThat(primary().attr("href")).isEqualTo("quizzes");
  }

  @Test
  void showsWhatWasRememberedAndWhatComesUp() {
    Quiz quiz = catalogue.quizzes().get(1);
    int cards = quiz.questions().size();
    finish(quiz, MONDAY, 0);
    Instant tuesday = MONDAY.plus(DAY);
    practice.review(learner, tuesday, 1);
    open(tuesday, "progress");
    assertThat(page())
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
    assertThat(page()).doesNotContain("{{").doesNotContain("}}");
  }

  @Test
  void howSureAndHowRightIsCounted_andJudgedFromTenAnswersOn() {
    finish(catalogue.quizzes().get(1), MONDAY, 0);
    say(new ConfidenceTally(5, 5, 2, 1, 2, 0));
    open(MONDAY, "progress");
    assertThat(page())
        .contains("Sure or guessing")
        .contains("5 of 5 right")
        .contains("There are too few answers")
        .doesNotContain("What you say agrees");
    say(ConfidenceTally.of(Confidence.SURE, false));
    open(MONDAY, "progress");
    assertThat(page())
        .contains("Sure or guessing")
        .contains("5 of 6 right")
        .contains("1 of 2 right")
        .contains("0 of 2 right")
        .contains("What you say agrees with how often you are right")
        .contains("One answer was wrong though you were sure.");
    open(MONDAY.plus(DAY.multipliedBy(91)), "progress");
    assertThat(page()).doesNotContain("Sure or guessing");
  }

  @Test
  void practiceIsOfferedOnlyOfWhatIsStillWrongThoughSure() {
    finish(catalogue.quizzes().get(1), MONDAY, 0);
    say(new ConfidenceTally(10, 10, 0, 0, 0, 0));
    open(MONDAY, "progress");
    assertThat(page()).contains("10 of 10 right").doesNotContain("0 of 0 right");
    long allRight = statements();
    say(ConfidenceTally.of(Confidence.SURE, false));
    assertThat(statements()).isLessThanOrEqualTo(allRight + 2);
    assertThat(page()).contains("One answer was wrong though you were sure.");
    assertThat(practiceLinks()).as("counted of an answer that is nowhere wrong").isZero();
    SimulatedTime.at(
        MONDAY, () -> UI.getCurrent().navigate("practice", QueryParameters.of("sure", "")));
    assertThat(page()).contains("everything has been right since");

    DueCard card = at(TUESDAY, () -> reviewing.next(learner)).orElseThrow();
    Response wrong = Responses.wrong(card.question().question());
    var unused =
        at(
            TUESDAY,
            () ->
                reviewing.answer(
                    learner, card.answer(wrong, Grade.FORGOT, Studying.PACE, Confidence.SURE)));
    open(TUESDAY, "progress");
    assertThat(page()).contains("2 answers were wrong though you were sure. What was not right");
    assertThat(practiceLinks()).isOne();
    act(card, StepKind.BURY);
    open(TUESDAY, "progress");
    assertThat(practiceLinks()).as("buried for today").isZero();
    open(TUESDAY.plus(DAY), "progress");
    assertThat(practiceLinks()).isOne();
    act(card, StepKind.SUSPEND);
    open(TUESDAY.plus(DAY), "progress");
    assertThat(practiceLinks()).as("suspended").isZero();
    act(card, StepKind.RESUME);
    open(TUESDAY.plus(DAY.multipliedBy(29)), "progress");
    assertThat(practiceLinks()).isOne();
    open(TUESDAY.plus(DAY.multipliedBy(30)), "progress");
    assertThat(practiceLinks()).as("too long ago").isZero();
  }

  private void act(DueCard card, StepKind action) {
    var unused = at(TUESDAY, () -> reviewing.act(learner, List.of(card.cardId()), action));
  }

  private long practiceLinks() {
    return view().select("a[href='practice?sure']").size();
  }

  /** What the page costs. Twice, as a job may run meanwhile. */
  private long statements() {
    return Math.min(once(), once());
  }

  private long once() {
    open(MONDAY, "settings");
    return counter.statementsOf(
        () -> {
          open(MONDAY, "progress");
          return page();
        });
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
    assertThat(page()).contains("No card comes up in the next 30 days.");
  }
}
