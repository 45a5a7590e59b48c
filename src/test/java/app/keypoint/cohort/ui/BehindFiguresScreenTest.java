package app.keypoint.cohort.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.ui.dashboard.Polls;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Markdown;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Leech;
import app.keypoint.review.Reviewing;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** A figure about a cohort opens the list of those whom it counts. */
@ServiceTest
class BehindFiguresScreenTest extends ScreenTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired JdbcTemplate jdbc;

  private Cohort cohort;
  private Account learner;
  private Quiz quiz;
  private Studying studying;
  private int clicked = 10;

  /** Takes away what no deed led to: other tests find the same data. */
  private final List<Runnable> undo = new ArrayList<>();

  @AfterEach
  void takeAway() {
    undo.forEach(Runnable::run);
  }

  @Override
  protected Account visitor() {
    Account instructor = fixtures.instructor();
    learner = fixtures.learner();
    quiz = catalogue.quizzes().get(1);
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    studying = new Studying(reviewing, events, transactions);
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
    return instructor;
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
    lapse(0);
    open("");
    String prompt = prompt(0);
    assertThat(behind("1 of 1: " + prompt))
        .containsExactly(learner.displayName() + " " + (Leech.LAPSES + 1) + " times");
    test((RouterLink) test(opened(openerOf("1 of 1: " + prompt))).getCellComponent(0, 0)).click();
    assertThat(find(H1.class).single().getText()).isEqualTo(learner.displayName());
    assertThat(find(Dialog.class).all()).as("stays behind").isEmpty();
  }

  @Test
  void theListSaysThatItIsRecorded() {
    lapse(0);
    open("");
    assertThat(opened(openerOf("1 of 1: " + prompt(0))).getParent())
        .hasValueSatisfying(
            dialog ->
                assertThat(dialog.getElement().getTextRecursively())
                    .contains("It is recorded that you looked"));
  }

  @Test
  void onTheNextDayTheListsAreStillOfThePage() {
    LocalDate tomorrow = LocalDate.parse("2026-03-13");
    jdbc.update(
        """
        insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
          reviews, remembered, millis, queue_millis, bridged)
        values (?, ?, 500, 0, 0, 0, 0, 0, 0, 0, false)
        """,
        learner.id(),
        tomorrow);
    undo.add(
        () ->
            jdbc.update(
                "delete from learner_day where learner_id = ? and study_day = ?",
                learner.id(),
                tomorrow));
    open("/trends");
    List<String> today = behind("1: 6 Mar to 12 Mar");
    assertThat(today.getFirst()).containsPattern("5\\d\\d answers");
    clicked = 11;
    assertThat(behind("1: 6 Mar to 12 Mar")).isEqualTo(today);
  }

  @Test
  void anOpenedFigureStaysUntilItsListIsClosed() {
    lapse(0);
    open("");
    NativeButton opener = openerOf("1 of 1: " + prompt(0));
    var unused = opened(opener);
    lapse(1);
    fixtures.as(learner, () -> studying.review(learner, MONDAY.plus(Duration.ofDays(10)), 0));
    Polls.later();
    assertThat(openers()).as("is before somebody").contains(opener);
    find(Dialog.class).single().close();
    Polls.later();
    assertThat(openers())
        .extracting(each -> each.getAriaLabel().orElseThrow())
        .contains("1 of 1: " + prompt(0), "1 of 1: " + prompt(1));
    NativeButton renewed = openerOf("1 of 1: " + prompt(0));
    fixtures.as(learner, () -> studying.review(learner, MONDAY.plus(Duration.ofDays(30)), 0));
    Polls.later();
    assertThat(openers()).as("nothing else is said").contains(renewed);
  }

  private String prompt(int nth) {
    return Markdown.text(quiz.questions().get(nth).question().prompt());
  }

  private void lapse(int nth) {
    String update = "update card set lapses = ? where learner_id = ? and question_id = ?";
    String question = quiz.questionIds().get(nth);
    Integer before =
        jdbc.queryForObject(
            "select lapses from card where learner_id = ? and question_id = ?",
            Integer.class,
            learner.id(),
            question);
    jdbc.update(update, Leech.LAPSES + 1, learner.id(), question);
    undo.add(() -> jdbc.update(update, before, learner.id(), question));
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
    SimulatedTime.at(MONDAY.plus(Duration.ofDays(clicked)), () -> test(opener).click());
    return (Grid<?>)
        find(Dialog.class).single().getChildren().filter(Grid.class::isInstance).findFirst().get();
  }

  private List<String> rows(NativeButton opener) {
    var grid = test(opened(opener));
    List<String> rows =
        IntStream.range(0, grid.size())
            .mapToObj(
                row ->
                    text(grid.getCellComponent(row, 0)) + " " + text(grid.getCellComponent(row, 1)))
            .toList();
    find(Dialog.class).single().close();
    return rows;
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
