package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Learners.Filter;
import app.keypoint.cohort.Learners.Search;
import app.keypoint.cohort.Learners.Sort;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Learners stand in the order of a list of people on either database. */
@ServiceTest
@Tag("database")
class LearnersByNameTest {

  @Autowired Learners learners;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;

  @Test
  void lettersWithMarksStandBesideThoseWithout_capitalsToo() {
    Account instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    List<String> names = List.of("Zoe", "Öhm", "nagy", "Éva", "Pál", "odo");
    for (String name : names) {
      Account learner = fixtures.learner();
      fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
      jdbc.update("update account set display_name = ? where id = ?", name, learner.id());
    }
    for (Sort sort : List.of(Sort.NAME, Sort.OVERDUE, Sort.FINISHED)) {
      assertThat(
              learners.all(instructor.id(), cohort.id(), new Search("", Filter.ALL, sort, false)))
          .as(sort.name())
          .extracting(Dashboard.Member::name)
          .containsExactly("Éva", "nagy", "odo", "Öhm", "Pál", "Zoe");
    }
  }
}
