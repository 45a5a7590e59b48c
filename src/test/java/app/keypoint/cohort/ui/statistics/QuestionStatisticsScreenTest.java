package app.keypoint.cohort.ui.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.statistics.QuestionStatistics;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Markdown;
import app.keypoint.content.Option;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.quiz.ItemStatistics.AttemptSelection;
import app.keypoint.statistics.TotalFigures;
import app.keypoint.support.Responses;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StoredAttempts;
import app.keypoint.support.StoredAttempts.Answered;
import app.keypoint.table.Table;
import app.keypoint.table.TableFormat;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;

/** What an instructor reads of a quiz's questions. */
@ServiceTest
class QuestionStatisticsScreenTest extends ScreenTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired ProblemReports reports;
  @Autowired QuestionStatistics statistics;
  @Autowired Translations translations;
  @Autowired JdbcTemplate jdbc;

  Account instructor;
  Cohort cohort;
  Quiz quiz;
  StoredAttempts attempts;
  List<Account> learners;

  @Override
  protected Account visitor() {
    attempts = new StoredAttempts(jdbc);
    quiz = catalogue.quizzes().getFirst();
    instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    learners = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Account learner = fixtures.learner();
      fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
      learners.add(learner);
    }
    return instructor;
  }

  @AfterEach
  void clear() {
    attempts.clear();
    SecurityContextHolder.clearContext();
  }

  @Test
  void fromTheCohortToTheOptionsOfAQuestion() {
    QuestionVersion asked = single();
    List<Option> options = ((Question.Choice) asked.question()).options();
    Option key = options.stream().filter(Option::correct).findFirst().orElseThrow();
    Option wrong = options.stream().filter(option -> !option.correct()).findFirst().orElseThrow();
    // Who knows the other question takes the wrong option here.
    for (int i = 0; i < 6; i++) {
      boolean strong = i < 2;
      attempts.finished(
          learners.get(i).id(),
          MONDAY,
          List.of(answered(asked, strong ? wrong : key), other(asked, strong ? 3 : 0)));
    }
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    test(find(RouterLink.class).withText("Question statistics").single()).click();
    assertThat(page())
        .contains(quiz.title())
        .contains("Rests on 6 attempts, the first that each learner finished")
        .contains("Internal consistency")
        .contains("check the key")
        .contains("against the others")
        .doesNotContain("Upper third");
    openQuestion(asked);
    assertThat(page())
        .contains("Upper third")
        .as("who chose the wrong option: both of the upper third, none of the lower four")
        .containsPattern("100%\\s*2 of 2\\s*0%\\s*0 of 4")
        .contains("those who do better elsewhere miss it more. Check the key")
        .contains("These figures rest on 6 attempts")
        .contains("Time 1 s: what an answer took on average")
        .contains("Reports: in the last 365 days no present learner")
        .contains(Markdown.text(key.text()));
    assertThat(page()).contains("Leeches");
    String taken = Markdown.text(wrong.text());
    assertThat(listBehind("2 of 2: Who of the upper third chose it: " + taken))
        .containsExactlyInAnyOrder(learners.get(0).displayName(), learners.get(1).displayName());
    assertThat(listBehind("2: Who chose it: " + taken)).hasSize(2);
    assertThat(listBehind("6 attempts: " + quiz.title())).hasSize(6);
    assertThat(page()).as("nobody is in it").doesNotContain("0 of 4: Who");
    assertThat(csv(0)).contains("\"Facility\",\"Attempts\",").contains("check the key");
    assertThat(csv(0).lines().skip(1))
        .as("of whom nobody practises it, nobody can be said to keep forgetting it")
        .allMatch(line -> line.matches(".*,\"0\",\"\",\"0\",[^,]*"));
    assertThat(csv(1))
        .contains(
            "\"Upper third\",\"Attempts in the upper third\","
                + "\"Lower third\",\"Attempts in the lower third\"")
        .contains("\"1\",\"2\",\"0\",\"4\"")
        .contains(Markdown.text(key.text()))
        .contains("check the key");
    assertThat(csv(2)).contains("Internal consistency").contains("Standard error");
  }

  @Test
  void guessingIsWhatItGivesForThatQuestion_andNothingWhereOneTypes() {
    QuestionVersion asked = single();
    QuestionVersion typed =
        quiz.questions().stream()
            .filter(each -> each.question() instanceof Question.Typed)
            .findFirst()
            .orElseThrow();
    int options = ((Question.Choice) asked.question()).options().size();
    Option key =
        ((Question.Choice) asked.question())
            .options().stream().filter(Option::correct).findFirst().orElseThrow();
    for (int i = 0; i < 5; i++) {
      double marks = i == 0 ? 1 : 0;
      attempts.finished(
          learners.get(i).id(),
          MONDAY,
          List.of(
              new Answered(asked, new Response.Picked(Set.of(key.id())), marks),
              new Answered(typed, Responses.right(typed.question()), marks)));
    }
    open(Map.of());
    openQuestion(asked);
    assertThat(page())
        .contains("Facility 20%: no more than guessing gives (" + 100 / options)
        .doesNotContain("most missed it");
    openQuestion(typed);
    assertThat(page()).contains("Facility 20%: most missed it");
  }

  @Test
  void theNumberOfReportsLeadsToTheNotesOfTheCohortsOwnLearners() {
    QuestionVersion asked = single();
    for (int i = 0; i < 5; i++) {
      attempts.finished(learners.get(i).id(), MONDAY, List.of(other(asked, 1), right(asked)));
    }
    Account reporter = learners.getFirst();
    fixtures.as(reporter, () -> reports.report(reporter.id(), asked.id(), "Two are right."));
    Account stranger = fixtures.learner();
    fixtures.as(stranger, () -> reports.report(stranger.id(), asked.id(), "Of elsewhere."));
    open(Map.of());
    assertThat(page())
        .contains("present learners in the last 365 days, whatever the wording")
        .doesNotContain("Two are right.");
    openQuestion(asked);
    assertThat(page())
        .contains("Reports 1: what present learners")
        .contains("Two are right.")
        .contains("today")
        .doesNotContain(reporter.displayName())
        .doesNotContain("Of elsewhere.");
  }

  @Test
  void whatIsALittleBelowZeroIsZero() {
    TotalFigures total = new TotalFigures(5, 2.2, 2, 1.5, -0.004, -0.0049, -0.04, 100.02, 1.5);
    assertThat(new QuizFigures(total, 4).getElement().getTextRecursively())
        .contains("0.00")
        .contains("0%")
        .doesNotContain("-0");
    assertThat(Rounded.of(-0.03)).isEqualTo(-0.03);
    assertThat(Rounded.percents(-0.06)).isEqualTo(-0.06);
    assertThat(1 / Rounded.percents(-0.049)).isPositive();
  }

  @Test
  void fourAttemptsShowNothingButHowManyThereAre() {
    QuestionVersion asked = single();
    for (int i = 0; i < 4; i++) {
      attempts.finished(learners.get(i).id(), MONDAY, List.of(other(asked, 1)));
    }
    open(Map.of());
    assertThat(page())
        .contains("Figures are shown from 5 finished attempts on: there are 4 so far")
        .doesNotContain("Mean");
  }

  @Test
  void ofAnEarlierEditionWithFewAttemptsTheListSaysTheMarksOfThatOne() {
    QuestionVersion asked = single();
    long edition = attempts.finished(learners.getFirst().id(), MONDAY, List.of(other(asked, 1)));
    for (int i = 1; i < 6; i++) {
      attempts.finished(
          learners.get(i).id(), MONDAY.plusSeconds(9), List.of(other(asked, 1), right(asked)));
    }
    open(Map.of("edition", Long.toString(edition)));
    assertThat(saidBehind("one attempt: " + quiz.title()))
        .singleElement()
        .asString()
        .startsWith("1 of 1,");
    open(Map.of());
    assertThat(saidBehind("5 attempts: " + quiz.title()))
        .hasSize(5)
        .allMatch(said -> said.startsWith("2 of 2,"));
  }

  @Test
  void allAttemptsAndEarlierQuestionsAreChosenByAddress() {
    QuestionVersion asked = single();
    for (int i = 0; i < 5; i++) {
      attempts.finished(learners.get(i).id(), MONDAY, List.of(other(asked, 1)));
      attempts.finished(
          learners.get(i).id(), MONDAY.plusSeconds(9), List.of(other(asked, 1), other(asked, 0)));
    }
    open(Map.of());
    assertThat(page()).contains("Rests on 5 attempts, the first");
    assertThat(find(Select.class).all()).hasSize(2);
    open(Map.of("attempts", "all"));
    assertThat(page()).contains("Rests on 5 attempts, all that learners finished");
    assertThat(find(Select.class).all()).hasSize(3);
    open(Map.of("attempts", "all", "edition", "7"));
    assertThat(page()).contains("Nothing to tell yet");
    open(Map.of("attempts", "nonsense", "edition", "nonsense"));
    assertThat(page()).contains("Rests on 5 attempts, the first");
  }

  @Test
  void anotherInstructorGetsThePageForWhatDoesNotExist() {
    fixtures.signIn(fixtures.instructor());
    open(Map.of());
    assertThat(getCurrentView()).isNotInstanceOf(QuestionStatisticsView.class);
    fixtures.signIn(instructor);
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/statistics/no-such-quiz");
    assertThat(getCurrentView()).isNotInstanceOf(QuestionStatisticsView.class);
  }

  private void openQuestion(QuestionVersion asked) {
    NativeButton opener =
        find(NativeButton.class).all().stream()
            .filter(
                button ->
                    button
                        .getElement()
                        .getTextRecursively()
                        .equals(Markdown.text(asked.question().prompt())))
            .findFirst()
            .orElseThrow();
    test(opener).click();
  }

  private static Answered right(QuestionVersion asked) {
    return new Answered(asked, Responses.right(asked.question()), 1);
  }

  /** A table of the statistics as it is taken along. */
  private String csv(int nth) {
    ExportWords words =
        new ExportWords(
            Locale.ENGLISH,
            (key, arguments) -> UI.getCurrent().getTranslation(key, arguments),
            translations);
    List<Table<?>> all =
        new StatisticsTables(
                words,
                statistics.of(
                    instructor.id(), cohort.id(), quiz.id(), AttemptSelection.FIRST, null))
            .all();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      TableFormat.CSV.write(all.subList(nth, nth + 1), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString(StandardCharsets.UTF_8);
  }

  private void open(Map<String, String> query) {
    UI.getCurrent()
        .navigate(
            "cohorts/" + cohort.id() + "/statistics/" + quiz.id(), QueryParameters.simple(query));
  }

  private QuestionVersion single() {
    return quiz.questions().stream()
        .filter(each -> each.question() instanceof Question.Single)
        .findFirst()
        .orElseThrow();
  }

  private static Answered answered(QuestionVersion asked, Option option) {
    return new Answered(asked, new Response.Picked(Set.of(option.id())), option.correct() ? 1 : 0);
  }

  private Answered other(QuestionVersion asked, double marks) {
    QuestionVersion other =
        quiz.questions().stream().filter(each -> each != asked).findFirst().orElseThrow();
    return new Answered(other, Responses.right(other.question()), marks);
  }

  /** Who is in the list that a figure opens, told by what it is read out as. */
  private List<String> listBehind(String figure) {
    return behind(figure, 0);
  }

  private List<String> saidBehind(String figure) {
    return behind(figure, 1);
  }

  private List<String> behind(String figure, int column) {
    NativeButton opener =
        find(NativeButton.class).all().stream()
            .filter(button -> button.getAriaLabel().filter(figure::equals).isPresent())
            .findFirst()
            .orElseThrow();
    test(opener).click();
    Dialog dialog = find(Dialog.class).single();
    var rows = test(find(Grid.class).single());
    List<String> names =
        IntStream.range(0, rows.size())
            .mapToObj(row -> ((RouterLink) rows.getCellComponent(row, column)).getText())
            .toList();
    dialog.close();
    return names;
  }
}
