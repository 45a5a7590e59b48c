package app.keypoint.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.ProblemReports.Report;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A learner's note reaches whoever maintains the quizzes, and nobody else but the instructor. */
@ServiceTest
class ProblemReportsTest {

  @Autowired ProblemReports reports;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;

  Account author;
  long learner;
  long question;

  @BeforeEach
  void aLearner() {
    author = fixtures.learner();
    learner = author.id();
    question = catalogue.quizzes().getFirst().questions().getFirst().id();
  }

  @Test
  void administratorsReadTheLatestFirst() {
    fixtures.signIn(fixtures.administrator());
    report("First");
    report("Second");
    assertThat(own()).extracting(Report::note).containsExactly("Second", "First");
  }

  @Test
  void aLearnerReportsSoManyADayAndReportsAreForgotten() {
    fixtures.signIn(fixtures.administrator());
    Instant now = Instant.now();
    SimulatedTime.at(now.minus(Duration.ofHours(25)), () -> report("Yesterday"));
    for (int i = 0; i < ProblemReports.MAX_A_DAY; i++) {
      report("Note " + i);
    }
    assertThatThrownBy(() -> report("One more")).isInstanceOf(ProblemReports.TooManyReports.class);
    Account other = fixtures.learner();
    fixtures.as(other, () -> reports.report(other.id(), question, "Somebody else may"));
    SimulatedTime.at(now.plus(Duration.ofDays(365)).minus(Duration.ofHours(1)), reports::forgetOld);
    assertThat(own())
        .hasSize(ProblemReports.MAX_A_DAY)
        .noneMatch(r -> r.note().equals("Yesterday"));
  }

  @Test
  void instructorsDoNotReadAll() {
    fixtures.signIn(fixtures.instructor());
    assertThatThrownBy(() -> reports.latest()).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void learnersReportAndTakeBackButReadNone() {
    fixtures.signIn(author);
    long report = reports.report(learner, question, "Unclear");
    reports.withdraw(learner, report);
    assertThatThrownBy(() -> reports.latest()).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void nobodyReadsNone() {
    assertThatThrownBy(() -> reports.latest()).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aReportIsTakenBackByWhoMadeItOnly() {
    fixtures.signIn(fixtures.administrator());
    long report = report("Unclear");
    Account other = fixtures.learner();
    fixtures.as(other, () -> reports.withdraw(other.id(), report));
    assertThat(own()).hasSize(1);
    fixtures.as(author, () -> reports.withdraw(learner, report));
    assertThat(own()).isEmpty();
  }

  private long report(String note) {
    return fixtures.as(author, () -> reports.report(learner, question, note));
  }

  /** Other tests report too. */
  private List<Report> own() {
    return reports.latest().stream().filter(report -> report.learnerId() == learner).toList();
  }
}
