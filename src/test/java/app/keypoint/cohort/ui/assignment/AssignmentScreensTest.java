package app.keypoint.cohort.ui.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Assignments.Terms;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.Deadline;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.Responses;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeDetails.ToggleEvent;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instructor assigns a quiz, a learner in another zone sees when it is due. */
@ServiceTest
class AssignmentScreensTest extends ScreenTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T20:30:00Z");

  @Autowired Assignments assignments;
  @Autowired CohortExams exams;
  @Autowired QuizTaking taking;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired Clock clock;

  Account instructor;
  Account learner;
  Cohort cohort;
  Quiz quiz;

  @Override
  protected Account visitor() {
    instructor = fixtures.instructor();
    learner = fixtures.learner(new StudyCalendar(ZoneId.of("Asia/Shanghai"), 4));
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    join(learner);
    quiz = catalogue.quizzes().getFirst();
    return instructor;
  }

  @Test
  void aQuizIsAssignedChangedAndWithdrawn() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/assignments");
    assertThat(page()).contains("Nothing is assigned");
    click("Assign a quiz");
    click("Save");
    DatePicker due = find(DatePicker.class).withCaption("Due").single();
    assertThat(due.getErrorMessage()).contains("Choose the day");
    due.setValue(today.minusDays(1));
    click("Save");
    assertThat(due.getErrorMessage()).contains("lies ahead");
    due.setValue(today.plusDays(9));
    find(TimePicker.class).all().getFirst().setValue(LocalTime.of(18, 0));
    find(IntegerField.class).single().setValue(80);
    click("Save");
    assertThat(find(Dialog.class).all()).isEmpty();
    assertThat(page()).contains(quiz.title()).contains("6:00").contains("80% wanted");
    assertThat(page()).contains("0 of 1 done");
    Terms terms = assignments.of(instructor.id(), cohort.id()).assignments().getFirst().terms();
    assertThat(terms.due()).isEqualTo(today.plusDays(9).atTime(18, 0).toInstant(ZoneOffset.UTC));

    click("Change");
    find(IntegerField.class).single().clear();
    click("Save");
    assertThat(page()).doesNotContain("wanted");
    click("Withdraw");
    assertThat(page()).as("asks first").doesNotContain("Nothing is assigned");
    assertThat(message()).contains("Nobody has an extension");
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(page()).contains("Nothing is assigned");
  }

  @Test
  void oneLearnerGetsMoreTime_whichGoesWithTheAssignment() {
    assign(new Terms(null, FRIDAY, null));
    openAssignments(MONDAY);
    test((NativeButton) cell(2)).click();
    DatePicker due = find(DatePicker.class).withCaption("Due").single();
    assertThat(due.getValue()).isEqualTo(LocalDate.parse("2026-03-06"));
    due.setValue(LocalDate.parse("2026-03-05"));
    clickAt(MONDAY, "Save");
    assertThat(due.getErrorMessage()).contains("later than that of the others");
    due.setValue(LocalDate.parse("2026-03-09"));
    NativeDetails learners = find(NativeDetails.class).single();
    Grid<?> table = find(Grid.class).single();
    Component state = cell(1);
    clickAt(MONDAY, "Save");
    assertThat(find(Dialog.class).all()).isEmpty();
    assertThat(find(NativeDetails.class).single()).as("still open").isSameAs(learners);
    assertThat(find(Grid.class).single()).as("where one had scrolled to").isSameAs(table);
    assertThat(text(state)).contains("due Mar 9, 2026");
    assertThat(text(cell(2))).isEqualTo("Change");
    assertThat(deadline().due()).isEqualTo(FRIDAY.plus(Duration.ofDays(3)));

    openAssignments(MONDAY);
    assertThat(text(cell(1))).contains("open").contains("due Mar 9, 2026");
    test((NativeButton) cell(2)).click();
    find(DatePicker.class).withCaption("Due").single().clear();
    clickAt(MONDAY, "Save");
    assertThat(deadline().extended()).isFalse();

    SimulatedTime.at(
        MONDAY,
        () ->
            assignments.extend(
                instructor.id(),
                cohort.id(),
                quiz.id(),
                learner.id(),
                FRIDAY.plus(Duration.ofDays(1))));
    openAssignments(MONDAY);
    click("Withdraw");
    assertThat(message()).contains("One extension goes with it");
    assertThat(assignments.of(instructor.id(), cohort.id()).assignments()).hasSize(1);
  }

  @Test
  void whoJoinedTooLateIsGivenTime_andSeesItUnderTodayInTheirOwnZone() {
    assign(new Terms(null, FRIDAY, null));
    Account late = fixtures.learner(new StudyCalendar(ZoneId.of("Asia/Shanghai"), 4));
    Instant sunday = FRIDAY.plus(Duration.ofDays(2));
    SimulatedTime.at(
        sunday,
        () -> fixtures.as(late, () -> memberships.join(late.id(), cohort.joinCode().toString())));
    SimulatedTime.at(
        sunday,
        () -> {
          UI.getCurrent().navigate("cohorts/" + cohort.id() + "/assignments");
          find(NativeDetails.class).all().forEach(AssignmentScreensTest::open);
        });
    assertThat(page()).contains("One learner joined after it was due");
    SimulatedTime.at(
        sunday,
        () -> {
          Component give = test(find(Grid.class).all().get(1)).getCellComponent(0, 2);
          test((NativeButton) give).click();
        });
    DatePicker due = find(DatePicker.class).withCaption("Due").single();
    clickAt(sunday, "Save");
    assertThat(due.getErrorMessage()).contains("Choose the day");
    due.setValue(LocalDate.parse("2026-03-07"));
    clickAt(sunday, "Save");
    assertThat(due.getErrorMessage()).contains("still to come");
    due.setValue(LocalDate.parse("2026-03-12"));
    clickAt(sunday, "Save");
    assertThat(find(Dialog.class).all()).isEmpty();
    assertThat(page()).contains("0 of 2 done").doesNotContain("joined after it was due");
    assertThat(text(cell(rowOf(late), 1))).contains("open").contains("due Mar 12, 2026");
    fixtures.signIn(late);
    open(sunday);
    // Half past eight in the evening in London is half past four on the next day in Shanghai.
    assertThat(page()).contains("Assigned to you").contains("Due Mar 13, 2026, 4:30");
  }

  private static void open(NativeDetails details) {
    details.setOpen(true);
    ComponentUtil.fireEvent(details, new ToggleEvent(details, true));
  }

  @Test
  void moreTimeForOneShowsWhereAllStandByThen_alsoWhenSomebodyLeft() {
    Account other = joins();
    Account gone = joins();
    assign(new Terms(null, FRIDAY, null));
    openAssignments(MONDAY);
    for (Account each : List.of(learner, other, gone)) {
      assertThat(text(cell(rowOf(each), 1))).contains("open");
    }
    cohorts.removeMember(instructor.id(), cohort.id(), gone.id());
    Instant sunday = FRIDAY.plus(Duration.ofDays(2));
    SimulatedTime.at(sunday, () -> test((NativeButton) cell(rowOf(learner), 2)).click());
    find(DatePicker.class).withCaption("Due").single().setValue(LocalDate.parse("2026-03-12"));
    Component late = cell(rowOf(other), 1);
    clickAt(sunday, "Save");
    assertThat(text(late)).contains("2 days late");
    assertThat(page()).contains("0 of 2 done");
    assertThat(text(cell(rowOf(learner), 1))).contains("open").contains("due Mar 12, 2026");
    assertThat(text(cell(rowOf(gone), 0))).as("until it is opened anew").isNotEmpty();
    assertThat(text(cell(rowOf(gone), 1))).isNotEmpty();
  }

  private Account joins() {
    Account account = fixtures.learner();
    join(account);
    return account;
  }

  private int rowOf(Account account) {
    int row = 0;
    while (!text(cell(row, 0)).equals(account.displayName())) {
      row++;
    }
    return row;
  }

  private Component cell(int row, int column) {
    return test(find(Grid.class).single()).getCellComponent(row, column);
  }

  @Test
  void oneIsFoundAmongManyByName() {
    Account other = joins();
    assign(new Terms(null, FRIDAY, null));
    openAssignments(MONDAY);
    assertThat(test(find(Grid.class).single()).size()).isEqualTo(2);
    test(find(TextField.class).single()).setValue(other.displayName().toUpperCase(Locale.ROOT));
    assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    assertThat(text(cell(0))).isEqualTo(other.displayName());
  }

  @Test
  void aCountOpensTheListOfThoseWhomItCounts() {
    Account other = joins();
    assign(new Terms(null, FRIDAY, null));
    fixtures.as(
        other,
        () ->
            SimulatedTime.at(
                FRIDAY.plusSeconds(60),
                () -> QuizAttempts.take(taking, other.id(), quiz.id(), 0, Duration.ofSeconds(9))));
    SimulatedTime.at(
        FRIDAY.plus(Duration.ofDays(2)),
        () -> UI.getCurrent().navigate("cohorts/" + cohort.id() + "/assignments"));
    for (String count : List.of("1 of 2 done", "1 of these late")) {
      test(find(NativeButton.class).withText(count).single()).click();
      assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
      assertThat(text(cell(0))).isEqualTo(other.displayName());
    }
    NativeButton late = find(NativeButton.class).withText("1 late").single();
    assertThat(late.getAriaLabel()).hasValue("1 late: " + quiz.title());
    test(late).click();
    assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    assertThat(text(cell(0))).isEqualTo(learner.displayName());
    assertThat(page()).contains("1 of 2");
  }

  @Test
  void whatIsLateIsLateBySoManyDays_untilItIsDoneAndAfter() {
    assign(new Terms(null, FRIDAY, null));
    Instant sunday = FRIDAY.plus(Duration.ofDays(2));
    openAssignments(FRIDAY.plus(Duration.ofMinutes(1)));
    assertThat(text(cell(1))).contains("less than a day late");
    openAssignments(sunday);
    assertThat(text(cell(1))).contains("2 days late");
    SimulatedTime.at(sunday, () -> fixtures.as(learner, this::finish));
    openAssignments(sunday.plus(Duration.ofDays(3)));
    assertThat(text(cell(1))).contains("done late").contains("2 days late");
    fixtures.signIn(learner);
    open(sunday.plus(Duration.ofDays(3)));
    assertThat(page()).contains("done late").contains("2 days late");
  }

  @Test
  void theDayOfTheExamIsSetWithTheAssignment_andShownInItsTerms() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/assignments");
    click("Assign a quiz");
    find(DatePicker.class).withCaption("Due").single().setValue(today.plusDays(9));
    DatePicker exam = find(DatePicker.class).withCaption("Exam (optional)").single();
    exam.setValue(today.minusDays(1));
    click("Save");
    assertThat(exam.getErrorMessage()).contains("from tomorrow on");
    assertThat(assignments.of(instructor.id(), cohort.id()).assignments()).isEmpty();
    exam.setValue(today.plusDays(20));
    click("Save");
    assertThat(page()).contains("exam on ");
    assertThat(exams.of(instructor.id(), cohort.id())).containsEntry(quiz.id(), today.plusDays(20));

    click("Change");
    exam = find(DatePicker.class).withCaption("Exam (optional)").single();
    assertThat(exam.getValue()).isEqualTo(today.plusDays(20));
    exam.clear();
    click("Save");
    assertThat(page()).doesNotContain("exam on ");
    assertThat(exams.of(instructor.id(), cohort.id())).isEmpty();
  }

  @Test
  void aLearnerSeesItUnderTodayInTheirOwnZone() {
    assign(new Terms(null, FRIDAY, 0.5));
    fixtures.signIn(learner);
    open(MONDAY);
    // Half past eight in the evening in London is half past four on Saturday in Shanghai.
    assertThat(page())
        .contains("Assigned to you")
        .contains("Due Mar 7, 2026, 4:30")
        .contains("in 5 days")
        .contains("Seminar")
        .contains("At least 50% of the marks are wanted");
    open(FRIDAY.plus(Duration.ofDays(2)));
    assertThat(page()).contains("Was due Mar 7, 2026").contains("2 days ago");
  }

  @Test
  void whoseTimeHasNotComeSeesWhenItOpens_andOthersSeeNothing() {
    assign(new Terms(MONDAY.plus(Duration.ofDays(1)), FRIDAY, null));
    fixtures.signIn(learner);
    open(MONDAY);
    assertThat(page()).contains("Opens Mar 3, 2026");
    fixtures.signIn(fixtures.learner());
    open(MONDAY);
    assertThat(page()).doesNotContain("Assigned to you");
  }

  private void join(Account account) {
    SimulatedTime.at(
        MONDAY,
        () ->
            fixtures.as(
                account, () -> memberships.join(account.id(), cohort.joinCode().toString())));
  }

  private void assign(Terms terms) {
    SimulatedTime.at(
        MONDAY, () -> assignments.assign(instructor.id(), cohort.id(), quiz.id(), terms));
  }

  private void open(Instant when) {
    SimulatedTime.at(
        when,
        () -> {
          UI.getCurrent().navigate("settings");
          UI.getCurrent().navigate("");
        });
  }

  private void openAssignments(Instant when) {
    SimulatedTime.at(
        when,
        () -> {
          UI.getCurrent().navigate("settings");
          UI.getCurrent().navigate("cohorts/" + cohort.id() + "/assignments");
          open(find(NativeDetails.class).single());
        });
  }

  /** Of the only learner. */
  private Component cell(int column) {
    return cell(0, column);
  }

  private static String text(Component component) {
    return document(component).wholeText().replace('\u202f', ' ');
  }

  private String message() {
    return find(ConfirmDialog.class).single().getElement().getProperty("message");
  }

  private Deadline deadline() {
    return assignments
        .of(instructor.id(), cohort.id())
        .assignments()
        .getFirst()
        .learners()
        .getFirst()
        .deadline();
  }

  private void finish() {
    Attempt attempt = taking.start(learner.id(), quiz.id());
    for (Attempt.Item item : attempt.items()) {
      var unused =
          taking.answer(
              learner.id(),
              attempt.id(),
              item.position(),
              Responses.right(item.asked().question()),
              Duration.ofSeconds(9));
    }
  }

  private void clickAt(Instant when, String caption) {
    SimulatedTime.at(when, () -> click(caption));
  }

  private void click(String caption) {
    test(find(Button.class).withText(caption).single()).click();
  }

  @Override
  protected String page() {
    return super.page().replace('\u202f', ' ');
  }
}
