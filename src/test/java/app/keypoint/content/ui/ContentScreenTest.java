package app.keypoint.content.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Markdown;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.loading.ContentStatus;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever maintains the quiz files sees what learners report. */
@ServiceTest
class ContentScreenTest extends ScreenTest {

  @Autowired ProblemReports reports;
  @Autowired Catalogue catalogue;
  @Autowired ContentStatus status;

  @Override
  protected Account visitor() {
    return fixtures.account(
        Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR));
  }

  @Test
  void aTranslationSaysHowItStandsToItsOriginal() {
    UI.getCurrent().navigate("content");
    String page = page();
    assertThat(page)
        .contains("introduction.zh-CN.yaml")
        .contains("Translates introduction.yaml into Chinese")
        .contains("All of it is up to date.");
  }

  @Test
  void aReportNamesTheQuestionAndItsPlaceButNotTheLearner() {
    Quiz quiz = catalogue.quizzes().getFirst();
    long version = quiz.questions().getFirst().id();
    Question question = quiz.questions().getFirst().question();
    ContentStatus.Place place = status.placeOf(question.id()).orElseThrow();
    Account learner = fixtures.learner();
    fixtures.as(learner, () -> reports.report(learner.id(), version, "Older words"));
    fixtures.as(
        learner, () -> reports.report(learner.id(), version, "Two of its options are right"));

    UI.getCurrent().navigate("content");
    List<String> notes =
        find(ListItem.class).all().stream()
            .map(item -> item.getElement().getTextRecursively())
            .filter(
                text ->
                    text.contains("Older words") || text.contains("Two of its options are right"))
            .toList();
    assertThat(notes).hasSize(2);
    assertThat(notes.getFirst())
        .contains("Two of its options are right")
        .contains(Markdown.text(question.prompt()))
        .contains(quiz.title())
        .contains(question.id())
        .contains(place.file() + ", line " + place.line())
        .doesNotContain(learner.displayName())
        .doesNotContain(learner.username());
  }
}
