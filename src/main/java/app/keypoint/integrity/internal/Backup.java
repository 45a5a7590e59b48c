package app.keypoint.integrity.internal;

import app.keypoint.access.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves the whole database while it is in use, where the database can do so itself. */
@Component
class Backup {

  private static final Logger log = LoggerFactory.getLogger(Backup.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private static final String SCRIPT = "script to ? compression zip charset 'UTF-8'";
  private static final RowCallbackHandler NOTHING = _ -> {};

  private final JdbcTemplate sql;
  private final TransactionTemplate asOfNow;
  private final Path folder;

  Backup(
      JdbcTemplate sql,
      PlatformTransactionManager transactions,
      @Value("${keypoint.data-dir}") String dataDir) {
    this.sql = sql;
    this.asOfNow = new TransactionTemplate(transactions);
    // All tables as of one moment. A copy of the file has parts of what was written meanwhile.
    asOfNow.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    this.folder = Path.of(dataDir, "backup").toAbsolutePath().normalize();
  }

  /** Whether it can: H2 does, PostgreSQL has pg_dump for it. */
  boolean possible() {
    ConnectionCallback<Boolean> h2 =
        connection -> connection.getMetaData().getDatabaseProductName().equals("H2");
    return Boolean.TRUE.equals(sql.execute(h2));
  }

  /** Saves to a file named after an instant, which is there when it is whole and not before. */
  synchronized Path save(Instant at) {
    try {
      Path file = OwnerOnly.folder(folder).resolve("keypoint-" + STAMP.format(at) + ".zip");
      Path part = folder.resolve(file.getFileName() + ".part");
      try {
        asOfNow.executeWithoutResult(_ -> sql.query(SCRIPT, NOTHING, part.toString()));
        OwnerOnly.close(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      log.info("Saved the database to {}, {} bytes", file, Files.size(file));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
