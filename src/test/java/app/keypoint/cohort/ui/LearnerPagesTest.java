package app.keypoint.cohort.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.access.Unattended;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** An instructor writes about a learner, and reads what the learner did. */
@ServiceTest
class LearnerPagesTest extends SpringBrowserlessTest {

  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired Clock clock;
  @Autowired Fixtures fixtures;

  Account instructor;
  Account learner;
  Cohort cohort;

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    instructor = fixtures.instructor();
    learner = fixtures.learner();
    fixtures.signIn(instructor);
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
    cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/learners/" + learner.id());
  }

  @Test
  void aNoteIsWrittenAndRemoved() {
    Button add = find(Button.class).withText("Add note").single();
    test(add).click();
    assertThat(find(TextArea.class).single().isInvalid()).isTrue();
    test(find(TextArea.class).single()).setValue("Spoke with them.");
    test(add).click();
    assertThat(page()).contains("Spoke with them.").contains(instructor.displayName() + ", today");
    assertThat(find(TextArea.class).single().getValue()).isEmpty();
    test(find(NativeButton.class).all().stream()
            .filter(button -> button.getText().equals("Remove"))
            .findFirst()
            .orElseThrow())
        .click();
    assertThat(page()).doesNotContain("Spoke with them.");
  }

  @Test
  void theHistoryLeadsToEveryAnswer() {
    String quiz = catalogue.quizzes().getFirst().id();
    fixtures.as(
        learner, () -> QuizAttempts.take(taking, learner.id(), quiz, 1, Duration.ofSeconds(3)));
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/learners/" + learner.id() + "/history");
    assertThat(find(H1.class).single().getText()).contains("history");
    assertThat(page()).contains("Joined Seminar").contains("finished with");
    String attempt =
        find(RouterLink.class).all().stream()
            .map(RouterLink::getHref)
            .filter(href -> href.contains("/attempts/"))
            .findFirst()
            .orElseThrow();
    UI.getCurrent().navigate(attempt);
    int questions = catalogue.quizzes().getFirst().questions().size();
    assertThat(page())
        .contains(questions + " of " + questions + " questions answered")
        .contains("Answered")
        .doesNotContain("You answered");
  }

  @Test
  void aDayLeadsToEachOfItsReviews() {
    Instant now = clock.instant();
    Studying studying = new Studying(reviewing, events, transactions);
    Quiz quiz = catalogue.quizzes().getFirst();
    studying.finishQuiz(learner, now.minus(Duration.ofDays(2)), quiz.questions().subList(0, 2), 0);
    var card = Studying.at(now, () -> Unattended.call(() -> reviewing.next(learner)));
    var unused = studying.answer(learner, now, card.orElseThrow(), Grade.HARD);
    studying.review(learner, now, 1);
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/learners/" + learner.id() + "/history");
    String today = learner.calendar().dayOf(now).toString();
    String link =
        find(RouterLink.class).all().stream()
            .map(RouterLink::getHref)
            .filter(href -> href.endsWith("/days/" + today))
            .findFirst()
            .orElseThrow();
    UI.getCurrent().navigate(link);
    assertThat(page())
        .contains(
            "What it changed", "Hard", "Forgot", "Good", "1 day → 6 days", "20 s", "easiness 2.")
        .contains("once more the same day", "nothing in the schedule")
        .contains(quiz.title());
    UI.getCurrent()
        .navigate("cohorts/" + cohort.id() + "/learners/" + learner.id() + "/days/2026-02-31");
    assertThat(page()).contains("There is nothing here");
    UI.getCurrent()
        .navigate("cohorts/" + cohort.id() + "/learners/" + learner.id() + "/days/2020-01-01");
    assertThat(page()).contains("There is no review of this cohort’s quizzes on this day.");
  }

  @Test
  void overTimeIsEmptyBeforeTheFirstReview() {
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/trends");
    assertThat(find(H1.class).single().getText()).isEqualTo("Over time");
    assertThat(page()).contains("After the first reviews").contains("Active learners");
  }

  private String page() {
    return ((com.vaadin.flow.component.Component) getCurrentView())
        .getElement()
        .getTextRecursively();
  }
}
