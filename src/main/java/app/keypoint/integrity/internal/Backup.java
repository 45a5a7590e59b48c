package app.keypoint.integrity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Saves the whole database while it is in use, where the database can do so itself. */
@Component
class Backup {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

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

  /** Saves to a file named after an instant. */
  Path save(Instant at) {
    try {
      Path file = Files.createDirectories(folder).resolve("keypoint-" + STAMP.format(at) + ".zip");
      sql.update("backup to ?", file.toString());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
