package app.keypoint.cohort.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.Learners.Search;
import app.keypoint.cohort.dashboard.Learners.Sort;
import app.keypoint.cohort.dashboard.TableColumns;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.ui.Ago;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.ui.LazyDetails;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A cohort of two thousand costs what a page of it costs. */
@ServiceTest
@Tag("slow")
class TwoThousandLearnersTest extends ScreenTest {

  private static final int MANY = 2_000;
  private static final int PAGE = 50;

  @Autowired Cohorts cohorts;
  @Autowired Dashboards dashboards;
  @Autowired Learners learners;
  @Autowired CohortTrends trends;
  @Autowired TableColumns columns;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired StatementCounter counter;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  Account instructor;
  Account learner;

  @Override
  protected Account visitor() {
    instructor = fixtures.instructor();
    learner = fixtures.learner();
    return instructor;
  }

  @Test
  void aPageCostsTheSameStatementsInEveryOrder() {
    Cohort few = cohortOf(60);
    Cohort many = cohortOf(MANY);
    var unused = statements(few, all(Sort.NAME)); // Who calls is asked once.
    for (Sort sort : Sort.values()) {
      for (Filter filter : Filter.values()) {
        Search search = new Search("", filter, sort, true);
        long cost = statements(few, search);
        assertThat(statements(many, search)).as("%s %s", sort, filter).isEqualTo(cost);
        assertThat(cost)
            .as("%s %s", sort, filter)
            .isLessThanOrEqualTo(bound(filter) + (sort == Sort.FINISHED ? 1 : 0));
      }
    }
    assertThat(learners.count(instructor.id(), many.id(), all(Sort.NAME))).isEqualTo(MANY + 1);
    assertThat(learners.page(instructor.id(), many.id(), all(Sort.NAME), 1_990, PAGE)).hasSize(11);
    assertThat(learners.page(instructor.id(), many.id(), all(Sort.NAME), 0, 100_000))
        .hasSize(Learners.MAX_PAGE);
  }

  /** Some find whom the dashboard counts, by all that the dashboard reads. */
  private static int bound(Filter filter) {
    return switch (filter) {
      case FINISHED, ON_TRACK, NUDGE -> 22;
      default -> 11;
    };
  }

  @Test
  void theBrowserGetsTheRowsInSight() {
    Cohort many = cohortOf(MANY);
    List<Integer> sizes = new ArrayList<>();
    Learners watched =
        new Learners() {
          @Override
          public List<Dashboard.Member> page(
              long instructorId, long cohortId, Search search, int from, int size) {
            List<Dashboard.Member> page = learners.page(instructorId, cohortId, search, from, size);
            sizes.add(page.size());
            return page;
          }

          @Override
          public List<Dashboard.Member> rows(long instructorId, long cohortId, List<Long> ids) {
            return learners.rows(instructorId, cohortId, ids);
          }

          @Override
          public List<Dashboard.Member> all(long instructorId, long cohortId, Search search) {
            return learners.all(instructorId, cohortId, search);
          }

          @Override
          public int count(long instructorId, long cohortId, Search search) {
            return learners.count(instructorId, cohortId, search);
          }
        };
    MemberGrid table =
        new MemberGrid(
            watched,
            trends,
            columns,
            instructor.id(),
            dashboards.of(instructor.id(), many.id()),
            new Ago(instructor.calendar(), clock.instant()));
    UI.getCurrent().add(table);
    find(Grid.class, table).single().getDataCommunicator().setViewportRange(0, PAGE);
    roundTrip();
    assertThat(sizes).isNotEmpty().allMatch(size -> size <= PAGE);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(2 * PAGE);
  }

  @Test
  void whichColumnsAreShownIsRemembered() {
    Cohort cohort = cohortOf(3);
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    CheckboxGroup<String> shown = shown();
    assertThat(shown.getValue()).contains("due", "trend");
    columns.hide(instructor.id(), Set.of("quiz of-another-cohort"));
    Set<String> fewer = new HashSet<>(shown.getValue());
    fewer.removeAll(Set.of("due", "trend"));
    shown.setValue(fewer);
    UI.getCurrent().navigate("cohorts");
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(shown().getValue()).isEqualTo(fewer);
    assertThat(
            ((Grid<?>) find(Grid.class).single())
                .getColumns().stream().filter(column -> !column.isVisible()))
        .as("with sign-in names, which are shown on demand")
        .hasSize(3);
    assertThat(columns.hidden(instructor.id()))
        .containsExactlyInAnyOrder("due", "trend", "quiz of-another-cohort");
    Account other = fixtures.instructor();
    assertThat(fixtures.as(other, () -> columns.hidden(other.id()))).isEmpty();
  }

  @Test
  void twoOfOneNameAreToldApartByTheirSignInNames() {
    Cohort cohort = cohortOf(3);
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(shown().getValue()).doesNotContain("username");
    Set<String> more = new HashSet<>(shown().getValue());
    more.add("username");
    shown().setValue(more);
    UI.getCurrent().navigate("cohorts");
    UI.getCurrent().navigate("cohorts/" + cohort.id());
    assertThat(shown().getValue()).isEqualTo(more);
    assertThat(names(cohort, new Search(learner.username(), Filter.ALL, Sort.NAME, false)))
        .containsExactly(learner.displayName());
    UI.getCurrent().navigate("cohorts/" + cohort.id() + "/learners/" + learner.id());
    assertThat(page()).contains(learner.username() + " · last seen");
  }

  @Test
  void lettersWithMarksStandBesideThoseWithout() {
    Cohort cohort = cohortOf(3);
    List<String> others = List.of("Öhm", "Nagy", "Pál");
    for (int i = 0; i < 3; i++) {
      jdbc.update(
          "update account set display_name = ? where id in (select m.learner_id from cohort_member m"
              + " where m.cohort_id = ?) and display_name = ?",
          others.get(i),
          cohort.id(),
          "Somebody %03d".formatted(i));
    }
    for (Sort sort : List.of(Sort.NAME, Sort.OVERDUE)) {
      assertThat(names(cohort, all(sort)).stream().filter(others::contains))
          .as(sort.name())
          .containsExactly("Nagy", "Öhm", "Pál");
    }
  }

  @SuppressWarnings("unchecked")
  private CheckboxGroup<String> shown() {
    find(LazyDetails.class).all().stream()
        .filter(details -> details.getSummaryText().equals("Columns"))
        .forEach(details -> details.setOpen(true));
    return find(CheckboxGroup.class).single();
  }

  @Test
  void itIsSearchedSortedAndFiltered() {
    Cohort cohort = cohortOf(30);
    String quiz = catalogue.quizzes().getFirst().id();
    fixtures.as(
        learner, () -> QuizAttempts.take(taking, learner.id(), quiz, 1, Duration.ofSeconds(3)));
    jdbc.update(
        "update card set due = ?, queue_day = ?, comes_up = ? where learner_id = ? and not fresh",
        java.sql.Date.valueOf("2020-01-01"),
        java.sql.Date.valueOf("2020-01-01"),
        java.sql.Date.valueOf("2020-01-01"),
        learner.id());
    assertThat(names(cohort, new Search("", Filter.ALL, Sort.OVERDUE, true)))
        .startsWith(learner.displayName())
        .hasSize(31);
    assertThat(names(cohort, new Search("", Filter.OVERDUE, Sort.NAME, false)))
        .containsExactly(learner.displayName());
    assertThat(names(cohort, new Search("SOMEBODY 007", Filter.ALL, Sort.NAME, false)))
        .singleElement()
        .asString()
        .startsWith("Somebody 007");
    assertThat(names(cohort, new Search("%", Filter.ALL, Sort.NAME, false))).isEmpty();
    List<String> byName = names(cohort, all(Sort.NAME));
    assertThat(names(cohort, new Search("somebody", Filter.ALL, Sort.NAME, true)))
        .isEqualTo(byName.stream().filter(name -> name.startsWith("Some")).toList().reversed());
    assertThat(names(cohort, new Search("", Filter.AWAY, Sort.LAST_SEEN, false)))
        .doesNotContain(learner.displayName());
  }

  @Test
  void othersGetNone() {
    Cohort cohort = cohortOf(1);
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThatThrownBy(() -> learners.page(other.id(), cohort.id(), all(Sort.NAME), 0, 10))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> learners.count(other.id(), cohort.id(), all(Sort.NAME)))
        .isInstanceOf(GoneException.class);
  }

  private static Search all(Sort sort) {
    return new Search("", Filter.ALL, sort, false);
  }

  private List<String> names(Cohort cohort, Search search) {
    return learners.page(instructor.id(), cohort.id(), search, 0, PAGE).stream()
        .map(Dashboard.Member::name)
        .toList();
  }

  private long statements(Cohort cohort, Search search) {
    return counter.statementsOf(() -> learners.page(instructor.id(), cohort.id(), search, 0, PAGE));
  }

  /** One who does something, and so many who do not. */
  private Cohort cohortOf(int size) {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    jdbc.update("update account set last_seen = current_timestamp where id = ?", learner.id());
    Instant old = Instant.parse("2024-01-01T00:00:00Z");
    List<Object[]> accounts = new ArrayList<>();
    List<Object[]> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Long id = jdbc.queryForObject("select nextval('account_seq')", Long.class);
      accounts.add(
          new Object[] {
            id,
            UUID.randomUUID().toString(),
            "Somebody %03d".formatted(i),
            i % 2 == 0 ? null : java.sql.Timestamp.from(old)
          });
      members.add(new Object[] {cohort.id(), id});
    }
    jdbc.batchUpdate(
        "insert into account (id, username, display_name, password_hash, password_one_time,"
            + " session_version, role, zone, rollover_hour, locale, enabled, created_at, last_seen)"
            + " values (?, ?, ?, 'none', false, 0, 'LEARNER', 'Z', 4, 'en', true,"
            + " current_timestamp, ?)",
        accounts);
    jdbc.batchUpdate("insert into cohort_member values (?, ?, current_timestamp)", members);
    return cohort;
  }
}
