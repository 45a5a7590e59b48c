package app.keypoint.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.ProblemReports.Report;
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

  long learner;
  long question;

  @BeforeEach
  void aLearner() {
    learner = fixtures.learner().id();
    question = catalogue.quizzes().getFirst().questions().getFirst().id();
  }

  @Test
  void administratorsReadTheLatestFirst() {
    fixtures.signIn(fixtures.administrator());
    reports.report(learner, question, "First");
    reports.report(learner, question, "Second");
    assertThat(own()).extracting(Report::note).containsExactly("Second", "First");
    assertThatThrownBy(() -> reports.of(List.of(learner)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aLearnerReportsSoManyADayAndReportsAreForgotten() {
    fixtures.signIn(fixtures.administrator());
    Instant now = Instant.now();
    SimulatedTime.at(
        now.minus(Duration.ofHours(25)), () -> reports.report(learner, question, "Yesterday"));
    for (int i = 0; i < ProblemReports.MOST_A_DAY; i++) {
      reports.report(learner, question, "Note " + i);
    }
    assertThatThrownBy(() -> reports.report(learner, question, "One more"))
        .isInstanceOf(ProblemReports.TooManyReports.class);
    reports.report(fixtures.learner().id(), question, "Somebody else may");
    SimulatedTime.at(now.plus(Duration.ofDays(365)).minus(Duration.ofHours(1)), reports::forgetOld);
    assertThat(own())
        .hasSize(ProblemReports.MOST_A_DAY)
        .noneMatch(r -> r.note().equals("Yesterday"));
  }

  @Test
  void instructorsDoNotReadAll() {
    fixtures.signIn(fixtures.instructor());
    assertThatThrownBy(() -> reports.latest()).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void learnersReportAndTakeBackButReadNone() {
    fixtures.signIn(fixtures.learner());
    long report = reports.report(learner, question, "Unclear");
    reports.withdraw(learner, report);
    assertThatThrownBy(() -> reports.latest()).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> reports.of(List.of(learner)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void nobodyReadsNone() {
    assertThatThrownBy(() -> reports.latest()).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aReportIsTakenBackByWhoMadeItOnly() {
    fixtures.signIn(fixtures.administrator());
    long report = reports.report(learner, question, "Unclear");
    reports.withdraw(fixtures.learner().id(), report);
    assertThat(own()).hasSize(1);
    reports.withdraw(learner, report);
    assertThat(own()).isEmpty();
  }

  /** Other tests report too. */
  private List<Report> own() {
    return reports.latest().stream().filter(report -> report.learnerId() == learner).toList();
  }
}
