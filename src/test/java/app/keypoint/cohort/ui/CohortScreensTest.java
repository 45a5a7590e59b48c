package app.keypoint.cohort.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.statistics.BehindFigures;
import app.keypoint.cohort.ui.assignment.ComingExams;
import app.keypoint.cohort.ui.dashboard.CohortView;
import app.keypoint.cohort.ui.dashboard.MemberGrid;
import app.keypoint.cohort.ui.dashboard.Polls;
import app.keypoint.cohort.ui.export.CohortTables;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.cohort.ui.export.TableDownloads;
import app.keypoint.cohort.ui.learner.CohortLearnerView;
import app.keypoint.cohort.ui.statistics.Leeches;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Markdown;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.privacy.OwnData;
import app.keypoint.quiz.Deadline;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import app.keypoint.time.SimulatedTime;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ArrayNode;

/** An instructor starts a cohort, learners join it, the instructor sees them. */
@ServiceTest
class CohortScreensTest extends ScreenTest {

  @Autowired BehindFigures behind;
  @Autowired Cohorts cohorts;
  @Autowired OwnData own;
  @Autowired CohortExams exams;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired Translations translations;
  @Autowired QuizTaking taking;
  @Autowired Clock clock;
  @Autowired JdbcTemplate jdbc;

  Account instructor;
  Account learner;

  @Override
  protected Account visitor() {
    instructor = fixtures.instructor();
    learner = fixtures.learner();
    return instructor;
  }

  @Test
  void fromAnEmptyListToALearnerInTheTable() {
    UI.getCurrent().navigate("cohorts");
    assertThat(page()).contains("No cohort yet");
    click("New cohort");
    click("Create");
    assertThat(find(TextField.class).withCaption("Name").single().isInvalid()).isTrue();
    test(find(TextField.class).withCaption("Name").single()).setValue("Strategy seminar");
    click("Create");
    assertThat(title()).isEqualTo("Strategy seminar");
    assertThat(page()).contains("Nobody has joined yet");
    String code = cohorts.of(instructor.id()).getFirst().joinCode().toString();
    assertThat(page()).contains(code);

    signIn(learner);
    String typed = code.toLowerCase(Locale.ROOT).replace("-", "");
    UI.getCurrent().navigate("join", QueryParameters.of("code", typed));
    click("Join");
    assertThat(page()).contains("Strategy seminar").contains(instructor.displayName());

    signIn(instructor);
    UI.getCurrent().navigate("cohorts");
    follow("Strategy seminar");
    assertThat(rows()).singleElement().asString().contains(learner.displayName());
    UI.getCurrent()
        .navigate(
            CohortLearnerView.class,
            CohortLearnerView.route(cohorts.of(instructor.id()).getFirst().id(), learner.id()));
    assertThat(title()).isEqualTo(learner.displayName());
  }

  @Test
  void aWrongCodeSaysSoAndKeepsWhatWasTyped() {
    signIn(learner);
    UI.getCurrent().navigate("join");
    TextField code = find(TextField.class).single();
    test(code).setValue("222-222");
    click("Join");
    assertThat(code.isInvalid()).isTrue();
    assertThat(code.getErrorMessage()).contains("No cohort has this code");
    assertThat(code.getValue()).isEqualTo("222-222");
  }

  @Test
  void theTableSortsAndFilters() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Account other = fixtures.learner();
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    fixtures.as(other, () -> memberships.join(other.id(), cohort.joinCode().toString()));
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(page()).contains("Hardest questions").doesNotContain("Leeches");
    List<String> byName = rows();
    assertThat(byName).hasSize(2);
    Grid<Dashboard.Member> grid = grid();
    grid.sort(GridSortOrder.desc(grid.getColumns().getFirst()).build());
    assertThat(rows()).containsExactlyElementsOf(byName.reversed());
    test(find(TextField.class).single()).setValue(learner.displayName().toUpperCase(Locale.ROOT));
    assertThat(rows()).singleElement().asString().contains(learner.displayName());
    assertThat(page()).contains("1 of 2");
  }

  @Test
  void aDownloadAsShownIsOfNobodyWhenNobodyIsFound() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(rows()).hasSize(1);
    Table<Dashboard.Member> all = asSeen();
    assertThat(all.columns())
        .extracting(Column::heading)
        .containsSubsequence(
            "Name", "Due", "Overdue", "Answers 7 weeks ago", "Answers one week ago")
        .containsSubsequence("Answers one week ago", "Answers this week")
        .last()
        .isNotEqualTo("Answers this week");
    assertThat(namesOf(all)).containsExactly(learner.displayName());
    test(find(TextField.class).single()).setValue("nobody of this name");
    assertThat(rows()).isEmpty();
    assertThat(namesOf(asSeen())).isEmpty();
  }

  @Test
  void whoIsWrittenIsNoted_andNobodyElse() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Account other = fixtures.learner();
    for (Account each : List.of(learner, other)) {
      fixtures.as(each, () -> memberships.join(each.id(), cohort.joinCode().toString()));
    }
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    test(find(TextField.class).single()).setValue(learner.displayName());
    assertThat(rows()).hasSize(1);
    Set<Long> named = new HashSet<>();
    Table<Dashboard.Member> table =
        TableDownloads.naming(named, Dashboard.Member::learnerId, asSeen());
    assertThat(named).as("before it is written").isEmpty();
    assertThat(namesOf(table)).containsExactly(learner.displayName());
    assertThat(named).containsExactly(learner.id());
  }

  @Test
  void theReportIsNotedForAllWhoAreOnIt() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/report");
    assertThat(fixtures.as(learner, () -> own.looks(learner, 0, 10)))
        .singleElement()
        .satisfies(look -> assertThat(look.what()).isEqualTo("Seminar · Report to print"));
  }

  private Table<Dashboard.Member> asSeen() {
    return find(MemberGrid.class)
        .single()
        .asSeen(
            new CohortTables(
                ExportWords.of(find(MemberGrid.class).single(), Locale.ENGLISH, translations),
                ZoneOffset.UTC),
            catalogue.quizzes());
  }

  private static List<String> namesOf(Table<Dashboard.Member> table) {
    List<String> names = new ArrayList<>();
    table.rows().each(member -> names.add(member.name()));
    return names;
  }

  @Test
  void oneWhoJoinsWhileAnotherLeavesIsSeen() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Account other = fixtures.learner();
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(rows()).singleElement().asString().contains(learner.displayName());
    PageHeader head = find(PageHeader.class).single();
    assertThat(head.getElement().getTextRecursively()).contains("one learner");
    fixtures.as(other, () -> memberships.join(other.id(), cohort.joinCode().toString()));
    Polls.later();
    assertThat(rows()).hasSize(2);
    assertThat(head.getElement().getTextRecursively()).contains("2 learners");
    Account third = fixtures.learner();
    fixtures.as(third, () -> memberships.join(third.id(), cohort.joinCode().toString()));
    cohorts.removeMember(instructor.id(), cohort.id(), learner.id());
    fixtures.as(other, () -> take(other));
    Polls.later();
    assertThat(String.join(" ", rows()))
        .contains(other.displayName(), third.displayName())
        .doesNotContain(learner.displayName());
  }

  private void take(Account account) {
    QuizAttempts.take(
        taking, account.id(), catalogue.quizzes().getFirst().id(), 0, Duration.ofSeconds(3));
  }

  @Test
  void daysLateAreThoseOfTheCalendar() {
    Instant due = Instant.parse("2026-03-02T23:00:00Z");
    assertThat(late(due, due.plus(Duration.ofMinutes(30)))).isZero();
    assertThat(late(due, due.plus(Duration.ofHours(2)))).isEqualTo(1);
    assertThat(late(due, due)).isNull();
  }

  private @Nullable Long late(Instant due, Instant done) {
    return new CohortTables.AssignedLearner(
            new Assignments.Assignment(
                catalogue.quizzes().getFirst(),
                new Assignments.Terms(null, due, null),
                false,
                List.of(),
                List.of()),
            new Assignments.Standing(1, "Ada", new Deadline(null, due, false, null, done)))
        .late(due.plus(Duration.ofDays(9)), ZoneOffset.UTC);
  }

  @Test
  void theSettingsRenameAndRenewTheCode() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    click("Settings");
    test(find(TextField.class).withCaption("Name").single()).setValue("Seminar, spring");
    click("Save");
    assertThat(title()).isEqualTo("Seminar, spring");
    click("Settings");
    click("New join code");
    assertThat(page()).as("asks first").contains(cohort.joinCode().toString());
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(page()).doesNotContain(cohort.joinCode().toString());
    assertThat(find(Dialog.class).all()).isEmpty();
  }

  @Test
  void aCohortIsArchivedAndBroughtBack() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    click("Settings");
    click("Archive cohort");
    assertThat(find(Dialog.class).all()).isEmpty();
    assertThat(page())
        .contains("This cohort is archived")
        .doesNotContain(cohort.joinCode().toString());
    assertThat(find(Button.class).withText("Exams").all()).isEmpty();
    UI.getCurrent().navigate("cohorts");
    assertThat(page()).contains("Archived (1)");
    follow("Seminar");
    click("Bring back");
    assertThat(page())
        .doesNotContain("This cohort is archived")
        .contains(cohort.joinCode().toString());
    UI.getCurrent().navigate("cohorts");
    assertThat(page()).doesNotContain("Archived");
  }

  @Test
  void anExamIsNamedAndCalledOffFromThePage() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Quiz quiz = catalogue.quizzes().getFirst();
    LocalDate today = instructor.calendar().dayOf(clock.instant());
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(page()).doesNotContain("Exam on");

    click("Exams");
    DatePicker day = dayOf(quiz);
    day.setValue(today);
    click("Save");
    assertThat(day.isInvalid()).isTrue();
    assertThat(day.getErrorMessage()).contains("from tomorrow on");
    assertThat(exams.of(instructor.id(), cohort.id())).isEmpty();

    day.setValue(today.plusDays(10));
    click("Save");
    assertThat(page()).contains("Exam on " + quiz.title() + " on ");
    assertThat(find(Dialog.class).all()).isEmpty();

    click("Exams");
    assertThat(dayOf(quiz).getValue()).isEqualTo(today.plusDays(10));
    dayOf(quiz).clear();
    click("Save");
    assertThat(page()).doesNotContain("Exam on");
    assertThat(exams.of(instructor.id(), cohort.id())).isEmpty();
  }

  @Test
  void comingExamsAreListedTheNearestFirstWithTheYearWhenItIsAnother() {
    Quiz first = catalogue.quizzes().get(0);
    Quiz second = catalogue.quizzes().get(1);
    Map<String, LocalDate> days =
        Map.of(first.id(), LocalDate.of(2027, 1, 4), second.id(), LocalDate.of(2026, 12, 3));
    ComingExams exams = new ComingExams(catalogue.quizzes(), days, LocalDate.of(2026, 12, 3));
    assertThat(exams.getElement().getTextRecursively())
        .matches(".*Exam on " + second.title() + " on 3 Dec\\s*Exam on .*2027\\s*");
    assertThat(new ComingExams(catalogue.quizzes(), days, LocalDate.of(2027, 1, 5)).isVisible())
        .isFalse();
  }

  @Test
  void aPastExamIsShownAndLeavesItsFieldForTheNext() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Quiz quiz = catalogue.quizzes().getFirst();
    LocalDate today = instructor.calendar().dayOf(clock.instant());
    SimulatedTime.at(
        clock.instant().minus(Duration.ofDays(9)),
        () -> exams.set(instructor.id(), cohort.id(), quiz.id(), today.minusDays(5)));
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(page()).doesNotContain("Exam on");
    click("Exams");
    assertThat(dayOf(quiz).getValue()).isNull();
    assertThat(dayOf(quiz).getHelperText())
        .contains("The last exam was on")
        .contains(String.valueOf(today.minusDays(5).getYear()));
    click("Save");
    assertThat(exams.of(instructor.id(), cohort.id())).containsKey(quiz.id());
  }

  @Test
  void leechesAreListedWithHowManyLearnersHaveThem() {
    Quiz quiz = catalogue.quizzes().getFirst();
    Question question = quiz.questions().getFirst().question();
    Leeches leeches =
        new Leeches(
            List.of(new Dashboard.Leech(question, quiz, 3, 8)), new Behind(behind, instructor, 1));
    assertThat(document(leeches).wholeText())
        .contains(Markdown.text(question.prompt()))
        .contains(quiz.title())
        .contains("3 of 8")
        .contains("6 times or more");
  }

  @Test
  void aFigureSaysWhatItRestsOn_andOpensThoseItCounts() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    for (int i = 0; i < 5; i++) {
      Account each = i == 0 ? learner : fixtures.learner();
      fixtures.as(each, () -> memberships.join(each.id(), cohort.joinCode().toString()));
      fixtures.as(
          each,
          () ->
              QuizAttempts.take(
                  taking,
                  each.id(),
                  catalogue.quizzes().getFirst().id(),
                  1,
                  Duration.ofSeconds(3)));
    }
    Account idle = fixtures.learner();
    fixtures.as(idle, () -> memberships.join(idle.id(), cohort.joinCode().toString()));
    jdbc.update(
        """
        update learner_day set reviews = 4, remembered = 3 where learner_id = ?
        """,
        learner.id());
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(page()).contains("of 5 first finished attempts").contains("Quizzes finished");
    open("Retained last 7 days");
    assertThat(rows()).singleElement().asString().contains(learner.displayName());
    assertThat(column("Retained, 28 days")).containsExactly("75%");
    assertThat(column("Retained, 28 days", "rests")).containsExactly("of 4 reviews");
    Quiz finished = catalogue.quizzes().getFirst();
    assertThat(column(finished.title())).singleElement().asString().endsWith("% · 1×");
    assertThat(column(finished.title(), "points"))
        .as("a letter and a percentage for each key point")
        .singleElement()
        .asString()
        .matches("([SGWN][0-9]{1,3} ?){%d}".formatted(finished.keyPoints().size()));
    assertThat(column("Answers, 8 weeks")).singleElement().asString().matches("(0 ){7}[1-9][0-9]*");
    UI.getCurrent().navigate(column("Name", "href").getFirst());
    assertThat(title()).isEqualTo(learner.displayName());
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    open("Quizzes finished");
    assertThat(rows()).hasSize(6).last().asString().contains(idle.displayName());
    int quizzes = catalogue.quizzes().size();
    assertThat(column("Quizzes finished"))
        .startsWith("1 of " + quizzes)
        .endsWith("0 of " + quizzes);
  }

  @Test
  void theListSaysWhichCohortToOpen() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    cohorts.create(instructor.id(), "Empty");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    UI.getCurrent().navigate("cohorts");
    assertThat(page())
        .containsOnlyOnce("1 of 1 on track")
        .containsOnlyOnce("nobody needs a nudge")
        .containsOnlyOnce("0 of 1 active in the last 7 days")
        .containsOnlyOnce("no cards overdue")
        .containsOnlyOnce("no assignment is due");
    assertThat(find(RouterLink.class).all())
        .as("links to those whom a figure counts, none where it counts nobody")
        .extracting(RouterLink::getText)
        .filteredOn(text -> !text.isEmpty())
        .containsExactlyInAnyOrder("Seminar", "Empty", "1 of 1 on track");
    assertThat(
            find(RouterLink.class)
                .withText("1 of 1 on track")
                .single()
                .getElement()
                .getAttribute("aria-label"))
        .isEqualTo("1 of 1 on track: Seminar");
    test(find(RouterLink.class).withText("1 of 1 on track").single()).click();
    assertThat(rows()).singleElement().asString().contains(learner.displayName());
    UI.getCurrent().navigate("cohorts/" + cohort.id(), QueryParameters.of("show", "NOBODY"));
    assertThat(rows()).as("what it does not know").hasSize(1);
  }

  private void open(String figure) {
    test(find(NativeButton.class).withText(figure).single()).click();
  }

  private List<String> column(String heading) {
    return column(heading, "text");
  }

  /** What a column's cells are drawn from. */
  private List<String> column(String heading, String property) {
    var rows = test(grid());
    List<Grid.Column<Dashboard.Member>> visible =
        grid().getColumns().stream().filter(Component::isVisible).toList();
    int nth =
        IntStream.range(0, visible.size())
            .filter(column -> heading.equals(headingOf(visible.get(column))))
            .findFirst()
            .orElseThrow();
    return IntStream.range(0, rows.size())
        .mapToObj(row -> rows.getLitRendererPropertyValue(row, nth, property, String.class))
        .toList();
  }

  private static @Nullable String headingOf(Grid.Column<Dashboard.Member> column) {
    return column.getHeaderComponent() == null
        ? column.getHeaderText()
        : column.getHeaderComponent().getElement().getTextRecursively();
  }

  @Test
  void anotherInstructorGetsThePageForWhatDoesNotExist() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    signIn(fixtures.instructor());
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(getCurrentView()).isNotInstanceOf(CohortView.class);
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/learners/" + learner.id());
    assertThat(getCurrentView()).isNotInstanceOf(CohortLearnerView.class);
  }

  private DatePicker dayOf(Quiz quiz) {
    return find(DatePicker.class).withCaption(quiz.title()).single();
  }

  private void click(String caption) {
    test(find(Button.class).withText(caption).single()).click();
  }

  private void follow(String text) {
    test(find(RouterLink.class).withText(text).all().getFirst()).click();
  }

  private String title() {
    return find(H1.class).single().getText();
  }

  @SuppressWarnings("unchecked")
  private Grid<Dashboard.Member> grid() {
    return find(Grid.class).single();
  }

  private List<String> rows() {
    var rows = test(grid());
    return IntStream.range(0, rows.size())
        .mapToObj(
            row ->
                rows.getLitRendererPropertyValue(row, 0, "text", String.class)
                    + rows.getLitRendererPropertyValue(row, 0, "tags", ArrayNode.class)
                        .findValuesAsString("text"))
        .toList();
  }

  private void signIn(Account account) {
    fixtures.signIn(account);
  }
}
