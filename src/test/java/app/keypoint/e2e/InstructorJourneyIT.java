package app.keypoint.e2e;

import static app.keypoint.e2e.TakenAlong.csv;
import static app.keypoint.e2e.TakenAlong.download;
import static app.keypoint.e2e.TakenAlong.printed;
import static app.keypoint.e2e.TakenAlong.sheet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.access.Unattended;
import app.keypoint.cohort.CohortAdministration;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.e2e.TakenAlong.Printed;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizTaking;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instructor from an empty cohort to its figures in a spreadsheet and on paper. */
class InstructorJourneyIT extends BrowserTest {

  private static final String OWN_PASSWORD = "four words make sense";

  /** A dashboard asks each second, and what is asked for is half a second old at most. */
  private static final int POLLS = 3;

  @Autowired private Accounts accounts;
  @Autowired private Catalogue catalogue;
  @Autowired private CohortAdministration administration;
  @Autowired private QuizTaking taking;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String cohort = "Evening seminar " + mark;
  private final String rosa = "rosa-" + mark + "@example.org";
  private final String ben = "ben-" + mark + "@example.org";
  private Visitor instructor;
  private InstructorAtWork work;
  private Quiz quiz;

  @BeforeEach
  void begin() {
    quiz = catalogue.quizzes().getFirst();
    instructor = visitor().enterAs("instructor");
    work = new InstructorAtWork(instructor);
  }

  @AfterEach
  void rostersMakeNoAccounts() {
    Unattended.call(
        () -> {
          administration.allowMakingAccounts(false);
          return true;
        });
  }

  @Test
  void fromAnEmptyCohortToFiguresInASpreadsheetAndOnPaper() throws IOException {
    anAdministratorLetsRostersMakeAccounts();
    long id = work.create(cohort);
    assertThat(instructor.heading()).isEqualTo(cohort);
    somebodyJoinsByTheCode(instructor.page().locator(".invite .code").innerText());
    String oneTime = bringsARoster();
    assigns();

    instructor.open("cohorts/" + id);
    assertThat(work.figure("Active last 7 days").innerText()).contains("0 of 3");
    instructor.page().getByLabel("Find by name").fill("Rosa");
    instructor.page().locator(".members [role=status]").getByText("1 of 3").waitFor();
    Visitor learner = signsInForTheFirstTime(oneTime);
    double best = takesTheQuizWhileTheDashboardMoves(learner);

    asSeenInASpreadsheet(best);
    work.follow("Export", "export");
    inTheGradebookOfAnotherProgram(best);
    onPaper(best);
  }

  private void anAdministratorLetsRostersMakeAccounts() {
    Visitor administrator = visitor().enterAs("admin").open("admin/cohorts");
    administrator.control(AriaRole.BUTTON, "Rosters").click();
    Page page = administrator.page();
    page.getByLabel("Rosters make accounts").check();
    page.getByText("Saved.").waitFor();
  }

  private void somebodyJoinsByTheCode(String code) {
    Visitor newcomer = visitor().open("register?code=" + code);
    newcomer.page().getByLabel("User name").fill("newcomer-" + mark);
    newcomer.page().getByLabel("Your name").fill("=New comer");
    newcomer.page().locator("vaadin-password-field input").fill(OWN_PASSWORD);
    newcomer.control(AriaRole.BUTTON, "Create account").click();
    newcomer.page().waitForURL(url -> !url.contains("register"));
    newcomer.settle();
    assertThat(newcomer.heading()).contains("Welcome");
    instructor.control(AriaRole.LINK, "=New comer").waitFor(); // without reload
  }

  /** Returns Rosa's password for her first sign-in. */
  private String bringsARoster() throws IOException {
    work.follow("Import roster", "roster");
    Page page = instructor.page();
    String roster = "name,email\nRosa Roster,%s\nBen Roster,%s\nNo Mail,\n".formatted(rosa, ben);
    page.locator("vaadin-upload input[type=file]")
        .setInputFiles(new FilePayload("roster.csv", "text/csv", roster.getBytes(UTF_8)));
    page.getByText("3 people in the file").waitFor();
    instructor.settle();
    assertThat(page.locator(".outcome").innerText())
        .contains("2 get an account", "1 left out", "no sign-in name", "Nothing has happened yet.");
    assertThat(accounts.byUsername(rosa)).as("before it is confirmed").isEmpty();
    instructor.findsThePageAccessible();

    instructor.control(AriaRole.BUTTON, "Import 2 people").click();
    page.getByText("2 new accounts").waitFor();
    instructor.settle();
    List<NamedCsvRecord> passwords = csv(download(instructor, "Download as CSV"));
    assertThat(passwords)
        .extracting(row -> row.getField("Sign-in name"))
        .containsExactlyInAnyOrder(rosa, ben);
    return passwords.stream()
        .filter(row -> row.getField("Sign-in name").equals(rosa))
        .findFirst()
        .orElseThrow()
        .getField("One-time password");
  }

  private void assigns() {
    work.follow("Back to " + cohort, "cohorts/*");
    work.follow("Assignments", "assignments");
    Page page = instructor.page();
    instructor.control(AriaRole.BUTTON, "Assign a quiz").click();
    Locator due =
        page.getByRole(
            AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Due").setExact(true));
    due.fill(LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
    due.press("Enter");
    instructor.settle();
    instructor.control(AriaRole.BUTTON, "Save").click();
    page.getByText("0 of 3 done").waitFor();
    assertThat(page.locator(".assignment h2").innerText()).isEqualTo(quiz.title());
  }

  private Visitor signsInForTheFirstTime(String oneTime) {
    Visitor learner = visitor().signInAs(rosa, oneTime);
    assertThat(learner.heading()).isEqualTo("Choose your password");
    learner.page().locator("vaadin-password-field input").fill(OWN_PASSWORD);
    learner.control(AriaRole.BUTTON, "Set password and continue").click();
    learner.page().waitForURL(url -> !url.contains("new-password"));
    learner.settle();
    assertThat(learner.page().innerText("main"))
        .contains("Assigned to you")
        .containsPattern("in [23] days · " + cohort); // when a day begins meanwhile
    return learner;
  }

  /** All but one are right; returns the share of the marks. */
  private double takesTheQuizWhileTheDashboardMoves(Visitor learner) {
    learner.control(AriaRole.LINK, "Start “" + quiz.title() + "”").first().click();
    long attempt = learner.attempt();
    long learnerId = accounts.byUsername(rosa).orElseThrow().id();
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    int questions = quiz.questions().size();
    for (int position = 1; position <= questions; position++) {
      learner.progressIs(position, questions);
      var question = taking.attempt(learnerId, attempt).item(position).asked().question();
      switch (position) {
        case 1 -> theDashboardMoves(() -> answers.rightly(question));
        case 2 -> answers.wrongly(question);
        default -> answers.rightly(question);
      }
      learner.press("Enter");
    }
    learner.arrivesAt("attempt/" + attempt + "/score");
    return (questions - 1.0) / questions;
  }

  /** Within polls of a second each rather than by a clock: machines that test are slow. */
  private void theDashboardMoves(Runnable answer) {
    List<Response> looks = new ArrayList<>();
    Consumer<Response> notes = looks::add;
    // Before the answer: it may be looked up while the learner's page still settles.
    instructor.page().onResponse(notes);
    answer.run();
    int meanwhile = looks.size();
    work.figure("Active last 7 days").getByText("1 of 3").waitFor();
    instructor.page().offResponse(notes);
    // The browser may look up from its work long after the one that said so.
    assertThat(looks.stream().limit(meanwhile + POLLS).map(Response::text))
        .as("looks until the answer showed")
        .anyMatch(said -> said.contains("1 of 3"));
    assertThat(instructor.page().getByLabel("Find by name").inputValue())
        .as("what was typed meanwhile")
        .isEqualTo("Rosa");
  }

  private void asSeenInASpreadsheet(double best) throws IOException {
    String shown = Math.round(100 * best) + "% · 1×";
    instructor.page().locator(".members vaadin-grid").getByText(shown).waitFor();
    instructor.settle();
    drawingsSayWhatTheyShow();
    List<Row> rows = sheet(download(instructor, "Learners as XLSX"));
    assertThat(rows).as("the heads, and who was searched for").hasSize(2);
    Row rosasRow = rows.getLast();
    assertThat(rosasRow.getCellText(column(rows, "Name"))).isEqualTo("Rosa Roster");
    int score = column(rows, quiz.title() + ": best score");
    assertThat(rosasRow.getCell(score).getType()).isEqualTo(CellType.NUMBER);
    assertThat(rosasRow.getCellAsNumber(score).orElseThrow().doubleValue())
        .isEqualTo(best, within(1e-9));
    assertThat(rosasRow.getCellAsNumber(column(rows, quiz.title() + ": attempts")).orElseThrow())
        .isEqualByComparingTo("1");
    assertThat(rosasRow.getCellAsDate(column(rows, "Last seen")).orElseThrow()).isNotNull();
  }

  /** To those who do not see them, and to those who point at a bar. */
  private void drawingsSayWhatTheyShow() {
    Locator table = instructor.page().locator(".members vaadin-grid");
    assertThat(table.locator("kp-weeks").first().getAttribute("aria-label"))
        .matches("Answers by week over 8 weeks, the latest last: (\\d+, ){7}\\d+");
    Locator strip = table.locator("kp-strip[aria-label^='%s: ']".formatted(quiz.title())).first();
    assertThat(strip.getAttribute("aria-label"))
        .contains(" not started, ", " weak, ", " growing, ")
        .endsWith(" strong");
    Locator bars = strip.locator("i[title]");
    assertThat(bars.count()).isEqualTo(quiz.keyPoints().size());
    assertThat(bars.first().getAttribute("title"))
        .startsWith(quiz.keyPoints().getFirst().title() + ": ");
  }

  private static int column(List<Row> rows, String begins) {
    Row heads = rows.getFirst();
    return IntStream.range(0, heads.getCellCount())
        .filter(i -> heads.getCellText(i).startsWith(begins))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no column " + begins + " in " + heads));
  }

  private void inTheGradebookOfAnotherProgram(double best) throws IOException {
    assertThat(csv(download(instructor, "Learners as CSV")))
        .extracting(row -> row.getField("Name"))
        .as("with a name that a spreadsheet does not take for a formula")
        .containsExactlyInAnyOrder("'=New comer", "Ben Roster", "Rosa Roster");
    List<NamedCsvRecord> moodle = csv(download(instructor, "gradebook for Moodle as CSV"));
    assertThat(moodle)
        .hasSize(3)
        .anySatisfy(
            row -> {
              assertThat(row.getField("Username")).isEqualTo(rosa);
              assertThat(row.getField("Email address")).isEqualTo(rosa);
              assertThat(Double.parseDouble(row.getField(quiz.title())))
                  .isEqualTo(100 * best, within(.005));
            })
        .anySatisfy(
            row -> {
              assertThat(row.getField("Username")).isEqualTo(ben);
              assertThat(row.getField(quiz.title())).as("no grade").isEqualTo("-");
            });
  }

  private void onPaper(double best) throws IOException {
    work.follow("Report to print", "report");
    Printed report = printed(instructor, "A4", "journey");
    assertThat(report.sheets())
        .allSatisfy(
            sheet -> {
              assertThat(sheet.getWidth()).isEqualTo(PDRectangle.A4.getWidth(), within(1f));
              assertThat(sheet.getHeight()).isEqualTo(PDRectangle.A4.getHeight(), within(1f));
            });
    assertThat(report.text())
        .startsWith(cohort)
        .contains("Best scores", "Assignments", "=New comer")
        .containsPattern("Rosa Roster\\s+" + Math.round(100 * best) + "%")
        .doesNotContain("Print");
  }

  @Test
  void findsALearnerAndOpensTheirPage() {
    work.openCohort("Demo cohort");
    instructor.page().getByLabel("Find by name").fill("learner 07");
    work.follow("Demo learner 07", "learners/*");
    assertThat(instructor.heading()).isEqualTo("Demo learner 07");
  }

  @Test
  void isTheOnlyOneToSeeCohorts() {
    Visitor learner = visitor().signInAs("learner");
    assertThat(learner.control(AriaRole.LINK, "Cohorts").count()).isZero();
    learner.open("cohorts");
    assertThat(learner.heading()).isEqualTo("There is nothing here");
  }
}
