package app.keypoint.integrity.internal;

import app.keypoint.integrity.DataCheck.BackupNeeded;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.Derived;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes from learner to learner, in a thread of its own; one check at a time. */
@Component
class DataChecks {

  private static final Logger log = LoggerFactory.getLogger(DataChecks.class);

  private final List<Derived> derived;
  private final Backup backup;
  private final CheckLog results;
  private final JdbcTemplate sql;
  private final TransactionTemplate oneMoment;
  private final TransactionTemplate change;
  private final Clock clock;
  private @Nullable Tally running;

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
    // The log and what follows from it are read one after the other, while learners answer.
    this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
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
   */
  synchronized void start(boolean repair, boolean saved) {
    if (repair && !saved && !backup.possible()) {
      throw new BackupNeeded();
    }
    if (running == null) {
      Tally tally = new Tally(clock.instant());
      running = tally;
      Thread.ofPlatform().name("data-check").daemon().start(() -> run(tally, repair));
    }
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
      List<Long> learners = sql.query("select id from account order by id", (row, _) -> row.getLong("id"));
      tally.begin(learners.size());
      learners.stream().takeWhile(_ -> !tally.cancelled()).forEach(id -> check(id, tally));
      state = tally.state();
      if (repair && state == State.DIFFERENT) {
        Path file = backup.possible() ? backup.save(clock.instant()) : null;
        tally.saved(file);
        tally.differing().forEach(this::repair);
        state = State.REPAIRED;
      }
    } catch (RuntimeException e) {
      log.error("The check of the data failed", e);
      tally.failed(e);
    } finally {
      end(tally, state);
    }
  }

  private void check(long learnerId, Tally tally) {
    tally.looked(
        derived.stream()
            .mapToLong(
                each -> {
                  Long entries = oneMoment.execute(_ -> each.check(learnerId, tally::found));
                  return entries == null ? 0 : entries;
                })
            .sum());
  }

  private void repair(long learnerId) {
    change.executeWithoutResult(_ -> derived.forEach(each -> each.repair(learnerId)));
  }

  private void end(Tally tally, State state) {
    Instant at = clock.instant();
    Report report = tally.report(state, at, state == State.CLEAN ? at : results.clean());
    results.keep(report);
    log.info(
        "Check of the data: {}, {} of {} learners, {} entries, {} differences",
        state,
        report.done(),
        report.learners(),
        report.entries(),
        report.differences());
    synchronized (this) {
      running = null;
    }
  }
}
