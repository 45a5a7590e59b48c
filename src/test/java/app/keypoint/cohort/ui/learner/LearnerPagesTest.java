package app.keypoint.cohort.ui.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.access.Unattended;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.TooMuchToRecord;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.LearnerHistories;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.statistics.CohortTrends.Trends;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.cohort.ui.statistics.TrendTables;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.privacy.OwnData;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.Responses;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StoredAttempts;
import app.keypoint.support.StoredAttempts.Answered;
import app.keypoint.support.Studying;
import app.keypoint.table.Column;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.RouterLink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** An instructor writes about a learner, and reads what the learner did. */
@ServiceTest
class LearnerPagesTest extends ScreenTest {

  /** As many as the log keeps of one person within an hour. */
  private static final int MOST_ENTRIES = 2_000;

  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired AuditTrail trail;
  @Autowired OwnData own;
  @Autowired Assignments assignments;
  @Autowired CohortTrends trends;
  @Autowired Translations translations;
  @Autowired JdbcTemplate jdbc;
  @Autowired Reviewing reviewing;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired Clock clock;

  Account instructor;
  Account learner;
  Cohort cohort;

  @Override
  protected Account visitor() {
    instructor = fixtures.instructor();
    learner = fixtures.learner();
    return instructor;
  }

  @Override
  protected void begin() {
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
  void thePageSaysWhenItIsNotAll_andTheFileHasAllOfIt() {
    QuestionVersion asked = catalogue.quizzes().getFirst().questions().getFirst();
    StoredAttempts attempts = new StoredAttempts(jdbc);
    Instant start = Instant.parse("2026-03-02T08:10:00Z");
    try {
      for (int i = 0; i < LearnerHistories.MAX_ATTEMPTS; i++) {
        attempts.finished(
            learner.id(),
            start.plusSeconds(i),
            List.of(new Answered(asked, Responses.right(asked.question()), 1)));
      }
      String history = "cohorts/" + cohort.id() + "/learners/" + learner.id() + "/history";
      UI.getCurrent().navigate(history);
      assertThat(page()).doesNotContain("Of attempts the latest");
      attempts.dropped(
          learner.id(),
          start.minusSeconds(9),
          List.of(new Answered(asked, Responses.right(asked.question()), 1)));
      UI.getCurrent().navigate("settings");
      UI.getCurrent().navigate(history);
      assertThat(page()).contains("Of attempts the latest 200 of 201 are shown");
      assertThat(find(Anchor.class).all())
          .extracting(Anchor::getText)
          .containsSubsequence("CSV", "XLSX");
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      test(find(Anchor.class).withText("CSV").single()).download(file);
      List<String> lines = file.toString(StandardCharsets.UTF_8).lines().toList();
      assertThat(lines.getFirst())
          .contains("Day", "Quiz", "Marks", "Marks at most")
          .contains(
              "Answers that day (days of the last 12 weeks)",
              "Minutes (days of the last 12 weeks)",
              "Reviews (days of the last 12 weeks)",
              "Retained (days of the last 12 weeks)");
      assertThat(lines).hasSize(1 + LearnerHistories.MAX_ATTEMPTS + 1);
      assertThat(lines.getLast()).contains("dropped");
    } finally {
      attempts.clear();
    }
  }

  @Test
  void theLogDoesNotKeepWhoseHistoryWasTakenAlong_andTheLearnerIsToldOnce() {
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/learners/" + learner.id() + "/history");
    long looks = entries(AuditKind.LEARNER_VIEWED).size();
    test(find(Anchor.class).withText("CSV").single()).download(new ByteArrayOutputStream());
    assertThat(entries(AuditKind.EXPORTED)).containsExactly("Seminar · History of a learner");
    assertThat(entries(AuditKind.LEARNER_VIEWED)).as("one deed").hasSize((int) looks);
    assertThat(fixtures.as(learner, () -> own.looks(learner, 0, 50)))
        .as("though nothing was done so far")
        .filteredOn(OwnData.Look::file)
        .singleElement()
        .satisfies(look -> assertThat(look.by()).isEqualTo(instructor.displayName()));
  }

  private List<String> entries(AuditKind kind) {
    return jdbc.queryForList(
        "select detail from audit_entry where actor = ? and kind = ?",
        String.class,
        instructor.username(),
        kind.name());
  }

  @Test
  void afterARefusalTheReviewsThatCameNextStillDo() {
    Instant monday = Instant.parse("2026-03-02T08:10:00Z");
    Instant wednesday = monday.plus(Duration.ofDays(2));
    Studying studying = new Studying(reviewing, events, transactions);
    catalogue.quizzes().forEach(quiz -> studying.finishQuiz(learner, monday, quiz.questions(), 0));
    studying.review(learner, wednesday, 200);
    SimulatedTime.at(
        wednesday.plus(Duration.ofHours(2)),
        () -> {
          UI.getCurrent()
              .navigate(
                  "cohorts/%d/learners/%d/days/%s"
                      .formatted(cohort.id(), learner.id(), learner.calendar().dayOf(wednesday)));
          assertThat(rows()).hasSize(LearnerHistories.REVIEWS_OF_A_PAGE);
          fillTheLog();
          assertThatThrownBy(this::showMore).isInstanceOf(TooMuchToRecord.class);
          assertThat(rows()).hasSize(LearnerHistories.REVIEWS_OF_A_PAGE);
        });
    SimulatedTime.at(
        wednesday.plus(Duration.ofHours(4)),
        () -> {
          showMore();
          assertThat(rows()).hasSizeGreaterThan(LearnerHistories.REVIEWS_OF_A_PAGE);
          assertThat(
                  rows()
                      .get(LearnerHistories.REVIEWS_OF_A_PAGE)
                      .getCell(1)
                      .orElseThrow()
                      .getElement()
                      .getAttribute("tabindex"))
              .as("can have the focus")
              .isEqualTo("-1");
          int clicks = 0;
          while (find(NativeButton.class).withText("Show more").exists() && clicks++ < 9) {
            showMore();
          }
          Integer all =
              jdbc.queryForObject(
                  "select count(*) from review_log where learner_id = ? and study_day = ?"
                      + " and kind in ('SCHEDULED', 'DRILL')",
                  Integer.class,
                  learner.id(),
                  learner.calendar().dayOf(wednesday));
          assertThat(rows()).hasSize(all);
        });
  }

  private void showMore() {
    test(find(NativeButton.class).withText("Show more").single()).click();
  }

  private List<NativeTableRow> rows() {
    return find(NativeTable.class).single().getBody().getRows();
  }

  private void fillTheLog() {
    transactions.executeWithoutResult(
        _ -> {
          for (int i = 0; i < MOST_ENTRIES; i++) {
            trail.record(AuditNote.of(AuditKind.EXPORTED));
          }
        });
  }

  @Test
  void whatIsLateSaysByHowManyDays() {
    Instant monday = Instant.parse("2026-03-02T08:10:00Z");
    fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id()));
    SimulatedTime.at(
        monday,
        () ->
            fixtures.as(
                learner, () -> memberships.join(learner.id(), cohort.joinCode().toString())));
    SimulatedTime.at(
        monday,
        () ->
            assignments.assign(
                instructor.id(),
                cohort.id(),
                catalogue.quizzes().getFirst().id(),
                new Assignments.Terms(null, monday.plus(Duration.ofDays(1)), null)));
    SimulatedTime.at(
        monday.plus(Duration.ofDays(5)),
        () -> {
          UI.getCurrent()
              .navigate("cohorts/" + cohort.id() + "/learners/" + learner.id() + "/history");
          assertThat(page()).contains("4 days late");
        });
  }

  @Test
  void overTimeIsTakenAlong() {
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/trends");
    assertThat(find(Anchor.class).all())
        .extracting(Anchor::getText)
        .containsSubsequence("XLSX", "CSV: Week by week", "CSV: Forgetting", "CSV: What comes up");
    Trends found = trends.of(instructor.id(), cohort.id());
    TrendTables tables = new TrendTables(words());
    List<Object> weeks = new ArrayList<>();
    tables.weeks(found).rows().each(weeks::add);
    assertThat(weeks).hasSize(CohortTrends.WEEKS);
    assertThat(tables.weeks(found).columns())
        .extracting(Column::heading)
        .contains("Active learners", "Answers", "Reviews", "Retained", "Range from", "Range to");
    List<Object> days = new ArrayList<>();
    tables.forecast(found).rows().each(days::add);
    assertThat(days).hasSize(CohortTrends.DAYS_AHEAD);
  }

  private ExportWords words() {
    return ExportWords.of((Component) getCurrentView(), Locale.ENGLISH, translations);
  }

  @Test
  void aLookThatCannotBeRecordedAnyMoreIsRefused() {
    SimulatedTime.at(
        Instant.parse("2026-03-02T08:10:00Z"),
        () -> {
          UI.getCurrent()
              .navigate("cohorts/" + cohort.id() + "/learners/" + learner.id() + "/history");
          fillTheLog();
          ByteArrayOutputStream file = new ByteArrayOutputStream();
          test(find(Anchor.class).withText("CSV").single()).download(file);
          assertThat(file.toString(StandardCharsets.UTF_8))
              .contains("Nothing was taken along. Try again in ");
          for (String page : List.of("", "/history")) {
            UI.getCurrent().navigate("settings");
            UI.getCurrent().navigate("cohorts/" + cohort.id() + "/learners/" + learner.id() + page);
            assertThat(getCurrentView())
                .isNotInstanceOfAny(CohortLearnerView.class, LearnerHistoryView.class);
            assertThat(page()).doesNotContain(learner.displayName());
          }
        });
    SimulatedTime.at(
        Instant.parse("2026-03-02T09:00:00Z"),
        () -> {
          UI.getCurrent().navigate("cohorts/" + cohort.id() + "/learners/" + learner.id());
          assertThat(page()).contains(learner.displayName());
        });
  }

  @Test
  void aDayLeadsToEachOfItsReviews() {
    // The answers take a minute, which has to be one of the same study day.
    StudyCalendar calendar = learner.calendar();
    Instant now = calendar.startOf(calendar.dayOf(clock.instant()));
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
}
