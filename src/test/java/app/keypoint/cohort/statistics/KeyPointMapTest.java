package app.keypoint.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.statistics.KeyPointMap.Average;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.GoneException;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.StoredMembers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who holds which key point. */
@ServiceTest
class KeyPointMapTest {

  @Autowired KeyPointMaps maps;
  @Autowired Cohorts cohorts;
  @Autowired AccountAdministration administration;
  @Autowired Dashboards dashboards;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  Account instructor;

  @BeforeEach
  void signIn() {
    instructor = fixtures.instructor();
    fixtures.signIn(instructor);
  }

  @Test
  void itSaysWhatTheDashboardSaysOfEachLearner() {
    Cohort cohort = cohortOf(6);
    KeyPointMap map = maps.of(instructor.id(), cohort.id(), null);
    Dashboard dashboard = dashboards.whole(instructor.id(), cohort.id());
    assertThat(map.rows()).extracting(KeyPointRow::name).isSorted().hasSize(6);
    for (int i = 0; i < 6; i++) {
      KeyPointRow row = map.rows().get(i);
      List<KeyPointMastery> mastery =
          catalogue.quizzes().stream()
              .flatMap(
                  quiz -> dashboard.members().get(row(dashboard, row)).masteryOf(quiz).stream())
              .toList();
      assertThat(mastery).hasSize(map.points().size());
      for (int point = 0; point < mastery.size(); point++) {
        KeyPointMastery expected = mastery.get(point);
        assertThat(row.begun(point)).isEqualTo(expected.level() != KeyPointMastery.Level.NEW);
        if (row.begun(point)) {
          assertThat(row.retained(point)).isCloseTo(expected.retained(), within(1e-6));
        }
      }
    }
  }

  private static int row(Dashboard dashboard, KeyPointRow row) {
    return IntStream.range(0, dashboard.members().size())
        .filter(i -> dashboard.members().get(i).learnerId() == row.learnerId())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void averagesRestOnWhatWasBegun() {
    Cohort cohort = cohortOf(4);
    KeyPointMap map = maps.of(instructor.id(), cohort.id(), null);
    KeyPointRow nobody = map.rows().getLast();
    assertThat(nobody.average()).isEqualTo(new Average(null, 0));
    Average first = map.averageOf(0);
    double sum =
        map.rows().stream().filter(row -> row.begun(0)).mapToDouble(row -> row.retained(0)).sum();
    assertThat(first.begun()).isEqualTo(3);
    assertThat(first.retained()).isCloseTo(sum / 3, within(1e-9));
    assertThat(map.average().begun())
        .isEqualTo(map.rows().stream().mapToInt(row -> row.average().begun()).sum());
  }

  @Test
  void whoCannotSignInIsInNeitherRowsNorAverages() {
    Cohort cohort = cohortOf(4);
    KeyPointMap all = maps.of(instructor.id(), cohort.id(), null);
    KeyPointRow off = all.rows().getFirst();
    assertThat(off.begun(0)).isTrue();
    fixtures.as(fixtures.administrator(), () -> administration.setEnabled(off.learnerId(), false));
    KeyPointMap map = maps.of(instructor.id(), cohort.id(), null);
    assertThat(map.rows())
        .extracting(KeyPointRow::learnerId)
        .hasSize(3)
        .doesNotContain(off.learnerId());
    assertThat(map.averageOf(0).begun()).isEqualTo(all.averageOf(0).begun() - 1);
  }

  @Test
  void oneQuizHasItsOwnKeyPoints() {
    Cohort cohort = cohortOf(2);
    Quiz quiz = catalogue.quizzes().get(1);
    KeyPointMap map = maps.of(instructor.id(), cohort.id(), quiz.id());
    assertThat(map.points()).extracting(KeyPointMap.Point::keyPoint).isEqualTo(quiz.keyPoints());
    assertThatThrownBy(() -> maps.of(instructor.id(), cohort.id(), "no-such-quiz"))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void itCostsTheSameStatementsForAnyNumberOfLearners() {
    Cohort few = cohortOf(3);
    Cohort many = cohortOf(200);
    var unused = maps.of(instructor.id(), few.id(), null); // Who calls is asked once.
    long cost = counter.statementsOf(() -> maps.of(instructor.id(), few.id(), null));
    assertThat(counter.statementsOf(() -> maps.of(instructor.id(), many.id(), null)))
        .isEqualTo(cost)
        .isLessThanOrEqualTo(6);
  }

  @Test
  void othersGetNone() {
    Cohort cohort = cohortOf(2);
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThatThrownBy(() -> maps.of(other.id(), cohort.id(), null))
        .isInstanceOf(GoneException.class);
  }

  private Cohort cohortOf(int learners) {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    var unused = StoredMembers.add(jdbc, catalogue, cohort.id(), today, learners);
    return cohort;
  }
}
