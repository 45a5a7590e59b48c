package app.keypoint.cohort.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.Learners.Search;
import app.keypoint.cohort.dashboard.Learners.Sort;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.cohort.statistics.KeyPointMaps;
import app.keypoint.cohort.statistics.KeyPointRow;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Learners stand in the order of a list of people on either database. */
@ServiceTest
@Tag("database")
class LearnersByNameTest {

  private static final List<String> BY_NAME =
      List.of("Éva", "Łukasz", "nagy", "odo", "Öhm", "Zoe", "анна", "Борис", "Вера", "李娜", "王芳");

  @Autowired Learners learners;
  @Autowired Dashboards dashboards;
  @Autowired Assignments assignments;
  @Autowired KeyPointMaps maps;
  @Autowired CohortExports exports;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired Clock clock;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;

  @Test
  void lettersWithMarksStandBesideThoseWithout_capitalsToo() {
    Account instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    for (String name : BY_NAME.reversed()) {
      var unused = join(cohort, name);
    }
    for (Sort sort : List.of(Sort.NAME, Sort.OVERDUE, Sort.FINISHED)) {
      assertThat(
              learners.all(instructor.id(), cohort.id(), new Search("", Filter.ALL, sort, false)))
          .as(sort.name())
          .extracting(Dashboard.Member::name)
          .containsExactlyElementsOf(BY_NAME);
    }
    assertThat(names(instructor, cohort, new Search("", Filter.ALL, Sort.NAME, true)))
        .containsExactlyElementsOf(BY_NAME.reversed());
    assertThat(
            learners.page(
                instructor.id(), cohort.id(), new Search("", Filter.ALL, Sort.NAME, false), 3, 2))
        .extracting(Dashboard.Member::name)
        .containsExactly("odo", "Öhm");
  }

  @Test
  void theOrderIsOneWhereverTheyAreListedAndTakenAlong() {
    Account instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    long me = instructor.id();
    Cohort cohort = cohorts.create(me, "Seminar");
    Quiz quiz = catalogue.quizzes().getFirst();
    for (String name : BY_NAME.reversed()) {
      Account learner = join(cohort, name);
      fixtures.as(
          learner,
          () -> QuizAttempts.take(taking, learner.id(), quiz.id(), 0, Duration.ofSeconds(3)));
    }
    assignments.assign(
        me,
        cohort.id(),
        quiz.id(),
        new Assignments.Terms(null, clock.instant().plus(Duration.ofDays(1)), null));
    List<String> answered = new ArrayList<>();
    exports.answers(me, cohort.id(), answer -> answered.add(answer.name()));
    assertThat(
            Map.of(
                "page",
                dashboards.of(me, cohort.id()).members().stream()
                    .map(Dashboard.Member::name)
                    .toList(),
                "assignments",
                assignments.of(me, cohort.id()).assignments().getFirst().learners().stream()
                    .map(Assignments.Standing::name)
                    .toList(),
                "map",
                maps.of(me, cohort.id(), null).rows().stream().map(KeyPointRow::name).toList(),
                "roster",
                exports.roster(me, cohort.id()).stream()
                    .map(CohortExports.RosterMember::name)
                    .toList(),
                "gradebook",
                exports.gradebook(me, cohort.id()).rows().stream()
                    .map(CohortExports.Gradebook.Row::name)
                    .toList(),
                "answers",
                answered.stream().distinct().toList()))
        .allSatisfy((list, names) -> assertThat(names).as(list).containsExactlyElementsOf(BY_NAME));
    // A learner's answers stand together.
    assertThat(answered).hasSize(BY_NAME.size() * quiz.questions().size());
    assertThat(answered.getFirst()).isEqualTo(BY_NAME.getFirst());
    assertThat(answered.subList(0, quiz.questions().size())).containsOnly(BY_NAME.getFirst());
  }

  private List<String> names(Account instructor, Cohort cohort, Search search) {
    return learners.all(instructor.id(), cohort.id(), search).stream()
        .map(Dashboard.Member::name)
        .toList();
  }

  private Account join(Cohort cohort, String name) {
    Account learner = fixtures.learner();
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    jdbc.update("update account set display_name = ? where id = ?", name, learner.id());
    return learner;
  }
}
