package app.keypoint.cohort.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instructor writes about a learner, and reads what the learner did. */
@ServiceTest
class LearnerPagesTest extends SpringBrowserlessTest {

  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
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
