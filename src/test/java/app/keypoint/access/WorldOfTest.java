package app.keypoint.access;

import app.keypoint.authoring.Drafts;
import app.keypoint.cards.Cards;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.LearnerNotes;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.dashboard.TableColumns;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.internal.TestSessions;
import app.keypoint.identity.signin.Sessions;
import app.keypoint.practice.Exams;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.reminder.CalendarFeeds;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.support.Fixtures;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Worlds on the server of the tests. */
final class WorldOfTest {

  private final Worlds worlds;
  private final PersonalRows rows;
  private final Catalogue catalogue;
  private final ServletWebServerApplicationContext server;
  private boolean separated;

  WorldOfTest(
      Accounts accounts,
      TestSessions testSessions,
      Sessions sessions,
      Cohorts cohorts,
      CohortInstructors instructors,
      CohortExams cohortExams,
      Nudges nudges,
      Assignments assignments,
      LearnerNotes notes,
      TableColumns columns,
      Memberships memberships,
      Catalogue catalogue,
      QuizTaking taking,
      Reviewing reviewing,
      Cards cards,
      Exams exams,
      ReviewSettings preferences,
      ReviewHistory history,
      ProblemReports reports,
      CalendarFeeds feeds,
      Drafts drafts,
      Fixtures fixtures,
      JdbcTemplate jdbc,
      ServletWebServerApplicationContext server) {
    this.worlds =
        new Worlds(
            accounts,
            testSessions,
            sessions,
            cohorts,
            instructors,
            cohortExams,
            nudges,
            assignments,
            notes,
            columns,
            memberships,
            catalogue,
            taking,
            reviewing,
            cards,
            exams,
            preferences,
            history,
            reports,
            feeds,
            drafts,
            fixtures.learner(),
            jdbc);
    this.rows = new PersonalRows(jdbc);
    this.catalogue = catalogue;
    this.server = server;
  }

  World make() {
    if (!separated) {
      separated = true;
      worlds.separateIds();
    }
    return worlds.make(port());
  }

  void restoreAccounts(World world) {
    worlds.restoreAccounts(world);
  }

  int port() {
    return server.getWebServer().getPort();
  }

  PersonalRows rows() {
    return rows;
  }

  Quiz quiz() {
    return catalogue.quizzes().getFirst();
  }
}
