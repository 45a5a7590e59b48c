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
import org.springframework.stereotype.Component;

/** Saves the whole database while it is in use, where the database can do so itself. */
@Component
class Backup {

  private static final Logger log = LoggerFactory.getLogger(Backup.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final JdbcTemplate sql;
  private final Path folder;

  Backup(JdbcTemplate sql, @Value("${keypoint.data-dir}") String dataDir) {
    this.sql = sql;
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
      Path part = OwnerOnly.file(folder.resolve(file.getFileName() + ".part"));
      try {
        sql.update("backup to ?", part.toString());
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
