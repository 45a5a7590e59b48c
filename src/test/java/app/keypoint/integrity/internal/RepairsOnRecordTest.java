package app.keypoint.integrity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditSearch;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.Account;
import app.keypoint.integrity.CheckedDataTest;
import app.keypoint.support.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;

/** Who had the data repaired is in the audit log, whichever way they asked. */
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

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

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

  private List<AuditEntry> entries() {
    return log.page(new AuditSearch.Filter("", AuditKind.DATA_REPAIRED, null, null), 0, 200);
  }
}
