package app.keypoint.integrity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditSearch;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.Account;
import app.keypoint.integrity.CheckedDataTest;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.support.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;

/** Who had the data repaired or saved is in the audit log, whichever way they asked. */
@CheckedDataTest
class RepairsOnRecordTest {

  @Autowired Backup backup;
  @Autowired CheckLog results;
  @Autowired JdbcTemplate sql;
  @Autowired PlatformTransactionManager manager;
  @Autowired Clock clock;
  @Autowired AuditTrail audit;
  @Autowired AuditSearch log;
  @Autowired Fixtures fixtures;

  @Test
  void aRepairIsOnRecordAndACheckIsNot(@TempDir Path folder) throws Exception {
    // Nothing is derived here, and so nothing is rebuilt.
    DataChecks checks = new DataChecks(List.of(), backup, results, sql, manager, clock);
    Account administrator = fixtures.administrator();
    fixtures.signIn(administrator);
    int before = entries().size();
    DataCheckService screen = new DataCheckService(checks, audit);
    screen.start(false);
    checks.finished();
    assertThat(entries()).hasSize(before);
    screen.start(backup.possible());
    checks.finished();
    OperatorKey key = new OperatorKey(folder, "");
    DataCheckEndpoint port = new DataCheckEndpoint(checks, key, audit);
    SecurityContextHolder.clearContext();
    port.act("not the key", "repair-saved");
    port.act(Files.readString(folder.resolve("operator.key")), "repair-saved");
    checks.finished();

    fixtures.signIn(administrator);
    List<AuditEntry> added = entries().subList(0, entries().size() - before);
    assertThat(added.getFirst())
        .satisfies(entry -> assertThat(entry.actor()).isNull())
        .satisfies(entry -> assertThat(entry.detail()).isEqualTo(AuditWord.OPERATOR.name()));
    if (backup.possible()) {
      assertThat(added).hasSize(2);
      assertThat(added.getLast().actor()).isEqualTo(administrator.username());
    }
  }

  @Test
  void aRepairThatDidNotBeginIsNotOnRecord(@TempDir Path folder) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Account administrator = fixtures.administrator();
    fixtures.signIn(administrator);
    DataChecks checks =
        new DataChecks(List.of(new Waiting(go)), backup, results, sql, manager, clock);
    int before = entries().size();
    try {
      new DataCheckService(checks, audit).start(false);
      if (backup.possible()) {
        new DataCheckService(checks, audit).start(true);
      }
      OperatorKey key = new OperatorKey(folder, "");
      var told =
          new DataCheckEndpoint(checks, key, audit)
              .act(Files.readString(folder.resolve("operator.key")), "repair-saved");
      assertThat(told.getBody()).startsWith("RUNNING");
    } finally {
      go.countDown();
    }
    checks.finished();
    assertThat(entries()).hasSize(before);
  }

  /** Goes on when it is told to. */
  private record Waiting(CountDownLatch go) implements Derived {

    @Override
    public long check(long learnerId, Consumer<Difference> found) {
      try {
        assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return 0;
    }

    @Override
    public void repair(long learnerId) {}
  }

  @Test
  void aBackupWithTheOperatorsKeyIsOnRecord(@TempDir Path folder) throws Exception {
    Path saved = folder.resolve("saved.zip");
    Backup saves =
        new Backup(sql, manager, folder.toString()) {
          @Override
          boolean possible() {
            return true;
          }

          @Override
          synchronized Path save(Instant at) {
            return saved;
          }
        };
    fixtures.signIn(fixtures.administrator());
    int before = entries(AuditKind.DATA_SAVED).size();
    SecurityContextHolder.clearContext();
    BackupEndpoint port = new BackupEndpoint(saves, new OperatorKey(folder, ""), audit, clock);
    port.save("not the key");
    assertThat(port.save(Files.readString(folder.resolve("operator.key"))).getBody())
        .isEqualTo("SAVED " + saved + "\n");
    fixtures.signIn(fixtures.administrator());
    assertThat(entries(AuditKind.DATA_SAVED))
        .hasSize(before + 1)
        .first()
        .satisfies(entry -> assertThat(entry.actor()).isNull())
        .satisfies(entry -> assertThat(entry.detail()).isEqualTo(AuditWord.OPERATOR.name()));
  }

  private List<AuditEntry> entries() {
    return entries(AuditKind.DATA_REPAIRED);
  }

  private List<AuditEntry> entries(AuditKind kind) {
    return log.page(new AuditSearch.Filter("", kind, null, null), 0, 200);
  }
}
