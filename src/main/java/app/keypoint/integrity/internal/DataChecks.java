package app.keypoint.integrity.internal;

import app.keypoint.integrity.DataCheck.BackupNeeded;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.integrity.Difference.Kind;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** Goes from learner to learner, in a thread of its own; one check at a time. */
@Component
class DataChecks {

  private static final Logger log = LoggerFactory.getLogger(DataChecks.class);
  private static final Duration AT_THE_END = Duration.ofSeconds(10);

  private final List<Derived> derived;
  private final Backup backup;
  private final CheckLog results;
  private final JdbcTemplate sql;
  private final TransactionTemplate oneMoment;
  private final TransactionTemplate change;
  private final Clock clock;
  private @Nullable Tally running;
  private volatile @Nullable Thread thread;

  DataChecks(
      List<Derived> derived,
      Backup backup,
      CheckLog results,
      JdbcTemplate sql,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.derived = derived;
    this.backup = backup;
    this.results = results;
    this.sql = sql;
    this.clock = clock;
    this.change = new TransactionTemplate(transactions);
    this.oneMoment = new TransactionTemplate(transactions);
    this.oneMoment.setReadOnly(true);
    // The log and what follows from it are read one after the other, while learners answer. H2's
    // repeatable read freezes each table when it is first read, not all at one moment.
    this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
  }

  synchronized Report report() {
    return running == null
        ? results.report()
        : running.report(State.RUNNING, null, results.clean());
  }

  /**
   * Starts one, unless one is under way.
   *
   * @param saved whether somebody has made a backup where none can be made here
   * @return whether it began
   */
  synchronized boolean start(boolean repair, boolean saved) {
    if (repair && !saved && !backup.possible()) {
      throw new BackupNeeded();
    }
    if (running != null) {
      return false;
    }
    Tally tally = new Tally(clock.instant());
    running = tally;
    thread = Thread.ofPlatform().name("data-check").daemon().start(() -> run(tally, repair));
    return true;
  }

  /** Waits for the check that is under way. */
  Report finished() throws InterruptedException {
    Thread last = thread;
    if (last != null) {
      last.join();
    }
    return report();
  }

  synchronized void cancel() {
    if (running != null) {
      running.cancel();
    }
  }

  boolean backsUp() {
    return backup.possible();
  }

  private void run(Tally tally, boolean repair) {
    State state = State.FAILED;
    try {
      List<Long> learners =
          sql.query("select id from account order by id", (row, _) -> row.getLong("id"));
      tally.begin(learners.size());
      learners.stream()
          .takeWhile(_ -> !tally.cancelled())
          .forEach(id -> tally.looked(check(id, tally)));
      if (repair && tally.state() == State.DIFFERENT) {
        tally.rebuild(backup.possible() ? backup.save(clock.instant()) : null).stream()
            .takeWhile(_ -> !tally.cancelled())
            .forEach(id -> repair(id, tally));
      }
      state = tally.state();
    } catch (RuntimeException e) {
      log.error("The check of the data failed", e);
      tally.failed(e);
    } finally {
      end(tally, state);
    }
  }

  /** Says how many entries it read. */
  private long check(long learnerId, Tally tally) {
    return derived.stream().mapToLong(each -> check(each, learnerId, tally)).sum();
  }

  private long check(Derived each, long learnerId, Tally tally) {
    try {
      Long entries = oneMoment.execute(_ -> each.check(learnerId, tally::found));
      return entries == null ? 0 : entries;
    } catch (TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      // One row that cannot be read must not hide what is wrong with everybody else.
      log.error("Something of learner {} cannot be checked", learnerId, e);
      tally.found(
          new Difference(
              learnerId,
              Kind.UNREADABLE,
              ClassUtils.getUserClass(each).getSimpleName(),
              e.toString(),
              "",
              null));
      return 0;
    }
  }

  /** Each part in a transaction of its own, for each has an order in which it locks. */
  private void repair(long learnerId, Tally tally) {
    try {
      for (Derived each : derived) {
        change.executeWithoutResult(_ -> each.repair(learnerId));
      }
    } catch (TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      // What is left is told by the check that follows.
      log.error("Something of learner {} cannot be rebuilt", learnerId, e);
    }
    tally.again(learnerId);
    long unused = check(learnerId, tally);
  }

  private void end(Tally tally, State state) {
    Instant at = clock.instant();
    try {
      boolean clean = state == State.CLEAN || state == State.REPAIRED;
      Report report = tally.report(state, at, clean ? at : results.clean());
      results.keep(report);
      log.info(
          "Check of the data: {}, {} of {} learners, {} entries, {} differences, {} rebuilt",
          state,
          report.done(),
          report.learners(),
          report.entries(),
          report.differences(),
          report.rebuilt());
    } finally {
      synchronized (this) {
        running = null;
      }
    }
  }

  /** A program that ends takes its time for the learner that is looked at, and no longer. */
  @PreDestroy
  void stop() throws InterruptedException {
    cancel();
    Thread last = thread;
    if (last != null && last != Thread.currentThread()) {
      boolean unused = last.join(AT_THE_END);
    }
  }
}
