package app.keypoint.cohort.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Markdown;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Leech;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** A figure about a cohort opens the list of those whom it counts. */
@ServiceTest
class BehindFiguresScreenTest extends SpringBrowserlessTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;

  private Cohort cohort;
  private Account learner;
  private Quiz quiz;

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    Account instructor = fixtures.instructor();
    learner = fixtures.learner();
    quiz = catalogue.quizzes().get(1);
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    Studying studying = new Studying(reviewing, events, transactions);
    fixtures.as(
        learner,
        () -> {
          memberships.join(learner.id(), cohort.joinCode().toString());
          SimulatedTime.at(
              MONDAY,
              () ->
                  QuizAttempts.take(
                      taking,
                      learner.id(),
                      quiz.id(),
                      quiz.questionIds().size(),
                      Duration.ofSeconds(9)));
          studying.review(learner, MONDAY.plus(Duration.ofDays(1)), 0);
          studying.review(learner, MONDAY.plus(Duration.ofDays(7)), 0);
        });
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @Test
  void overTimeEachWeekDayAndGapOpensItsLearners() {
    open("/trends");
    assertThat(behind("1: 6 Mar to 12 Mar").getFirst())
        .startsWith(learner.displayName())
        .contains("answers")
        .contains("reviews remembered");
    List<NativeButton> openers = openers();
    assertThat(openers)
        .extracting(each -> each.getAriaLabel().orElseThrow())
        .anyMatch(label -> label.matches("(one|\\d+) reviews?: Reviews after \\d.* days"))
        .anyMatch(label -> label.matches("(one|\\d+) cards?: Cards that come up on .*"));
    for (NativeButton opener : openers) {
      assertThat(rows(opener)).as(opener.getText()).hasSize(1);
    }
  }

  @Test
  void aLeechOpensWhoForgetsIt() {
    jdbc.update(
        "update card set lapses = ? where learner_id = ? and question_id = ?",
        Leech.LAPSES + 1,
        learner.id(),
        quiz.questionIds().getFirst());
    open("");
    String prompt = Markdown.text(quiz.questions().getFirst().question().prompt());
    assertThat(behind("1 of 1: " + prompt))
        .containsExactly(learner.displayName() + " " + (Leech.LAPSES + 1) + " times");
    test((RouterLink) test(opened(openerOf("1 of 1: " + prompt))).getCellComponent(0, 0)).click();
    assertThat(find(H1.class).single().getText()).isEqualTo(learner.displayName());
    assertThat(find(Dialog.class).all()).as("stays behind").isEmpty();
  }

  private void open(String page) {
    SimulatedTime.at(
        MONDAY.plus(Duration.ofDays(10)),
        () -> UI.getCurrent().navigate("cohorts/" + cohort.id() + page));
  }

  private List<NativeButton> openers() {
    return find(NativeButton.class).all().stream().filter(Opener.class::isInstance).toList();
  }

  private NativeButton openerOf(String label) {
    return openers().stream()
        .filter(opener -> opener.getAriaLabel().filter(label::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    openers().stream().map(each -> each.getAriaLabel().orElse("")).toList()));
  }

  private List<String> behind(String label) {
    return rows(openerOf(label));
  }

  private Grid<?> opened(NativeButton opener) {
    SimulatedTime.at(MONDAY.plus(Duration.ofDays(10)), () -> test(opener).click());
    return (Grid<?>)
        find(Dialog.class).single().getChildren().filter(Grid.class::isInstance).findFirst().get();
  }

  private List<String> rows(NativeButton opener) {
    var grid = test(opened(opener));
    List<String> rows =
        IntStream.range(0, grid.size())
            .mapToObj(
                row ->
                    text(grid.getCellComponent(row, 0))
                        + " "
                        + text(grid.getCellComponent(row, 1)))
            .toList();
    find(Dialog.class).single().close();
    return rows;
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
