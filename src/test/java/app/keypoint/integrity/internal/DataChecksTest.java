package app.keypoint.integrity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.integrity.CheckedDataTest;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.integrity.Difference.Kind;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Studying;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** A check goes through everybody, and a repair touches nobody of whom all is well. */
@CheckedDataTest
class DataChecksTest {

  private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired DataChecks checks;
  @Autowired List<Derived> derived;
  @Autowired Backup backup;
  @Autowired CheckLog results;
  @Autowired PlatformTransactionManager manager;
  @Autowired Clock clock;
  @Autowired Reviewing reviewing;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired JdbcTemplate sql;

  @Test
  void leavesThoseAloneOfWhomAllIsWell() throws Exception {
    Account spoilt = studied();
    Account well = studied();
    rebuildAll();
    List<String> before = rows(well);
    sql.update("update card set lapses = lapses + 2 where learner_id = ?", spoilt.id());

    Report report = rebuildAll();

    assertThat(report.rebuilt()).isPositive();
    assertThat(report.first()).noneMatch(found -> found.learnerId() == spoilt.id());
    assertThat(rows(well)).isEqualTo(before);
  }

  @Test
  void goesOnAfterSomethingThatCannotBeRead() throws Exception {
    long unreadable = fixtures.learner().id();
    long later = fixtures.learner().id();
    List<Derived> withOneThatFails =
        Stream.concat(derived.stream(), Stream.of(new Failing(unreadable, later))).toList();
    DataChecks checks = new DataChecks(withOneThatFails, backup, results, sql, manager, clock);
    checks.start(false, false);
    Report report = ended(checks);
    assertThat(report.done()).isEqualTo(report.learners());
    assertThat(report.first())
        .filteredOn(found -> found.learnerId() == unreadable || found.learnerId() == later)
        .extracting(Difference::kind)
        .containsExactly(Kind.UNREADABLE, Kind.CARD);
  }

  /** Cannot read one learner, and finds something of another. */
  private record Failing(long unreadable, long differing) implements Derived {

    @Override
    public long check(long learnerId, Consumer<Difference> found) {
      if (learnerId == unreadable) {
        throw new IllegalStateException("A row that makes no sense");
      }
      if (learnerId == differing) {
        found.accept(new Difference(learnerId, Kind.CARD, "card", "one", "two", null));
      }
      return 0;
    }

    @Override
    public void repair(long learnerId) {
      throw new IllegalStateException("Nobody asked for it");
    }
  }

  @Test
  void endsWhereItIsWhenItIsCancelled() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    long unusedSecond = fixtures.learner().id() + fixtures.learner().id();
    Derived waits =
        new Derived() {
          @Override
          public long check(long learnerId, Consumer<Difference> found) {
            reached.countDown();
            try {
              assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return 0;
          }

          @Override
          public void repair(long learnerId) {}
        };
    DataChecks checks = new DataChecks(List.of(waits), backup, results, sql, manager, clock);
    assertThat(checks.start(false, false)).isTrue();
    assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
    // A second one joins the first.
    assertThat(checks.start(true, true)).isFalse();
    checks.cancel();
    go.countDown();
    Report report = ended(checks);
    assertThat(report.state()).isEqualTo(State.CANCELLED);
    assertThat(report.done()).isOne();
  }

  private Account studied() {
    Account learner = fixtures.learner();
    Studying studying = new Studying(reviewing, events, transactions);
    studying.finishQuiz(learner, DAY, catalogue.quizzes().getFirst().questions(), 1);
    studying.review(learner, DAY.plus(Duration.ofDays(1)), 2);
    return learner;
  }

  /** On PostgreSQL as if somebody had made a backup. */
  private Report rebuildAll() throws InterruptedException {
    checks.start(true, true);
    return ended(checks);
  }

  private static Report ended(DataChecks checks) throws InterruptedException {
    Report report = checks.report();
    while (report.state() == State.RUNNING) {
      TimeUnit.MILLISECONDS.sleep(20);
      report = checks.report();
    }
    return report;
  }

  /** All that a repair may write to. */
  private List<String> rows(Account learner) {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of(
            "card",
            "review_log",
            "learner_day",
            "learner_quiz",
            "attempt",
            "review_learner",
            "history_import",
            "past_review")) {
      List<Map<String, Object>> found =
          sql.queryForList("select * from " + table + " where learner_id = ?", learner.id());
      found.stream().map(row -> table + row).sorted().forEach(rows::add);
    }
    return rows;
  }
}
