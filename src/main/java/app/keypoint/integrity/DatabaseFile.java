package app.keypoint.integrity;

import app.keypoint.access.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The H2 database of a data folder that no server has open, saved and brought back without the
 * program being started, which would migrate it.
 */
record DatabaseFile(Path folder) {

  private static final String NAME = "keypoint.mv.db";
  private static final String USER = "keypoint";

  /** What H2 names the script in a running server's backup. */
  private static final String SCRIPT = "script.sql";

  private static final String URL =
      "jdbc:h2:file:%s/keypoint;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  /** As the program opens it, but never making one. */
  private static final String THERE = URL + ";IFEXISTS=TRUE;WRITE_DELAY=0";

  DatabaseFile {
    folder = folder.toAbsolutePath().normalize();
  }

  private Path path() {
    return folder.resolve(NAME);
  }

  boolean exists() {
    return Files.exists(path());
  }

  /** Tells a database that is in use from one that was left behind. */
  Instant lastWritten() throws IOException {
    return Files.getLastModifiedTime(path()).toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Saves it to a new file, which is there when it is whole and not before. */
  void saveTo(Path file) throws IOException, SQLException {
    Path part = OwnerOnly.file(file.resolveSibling(file.getFileName() + ".part"));
    try (Connection connection = open();
        PreparedStatement backup = connection.prepareStatement("backup to ?")) {
      backup.setString(1, part.toString());
      backup.executeUpdate();
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Takes it out of a backup, where there is none yet, and opens it once. */
  void takeFrom(Path backup) throws IOException, SQLException {
    OwnerOnly.folder(folder);
    OwnerOnly.file(path());
    try (InputStream file = Files.newInputStream(backup);
        ZipInputStream zip = new ZipInputStream(file)) {
      ZipEntry entry = zip.getNextEntry();
      switch (entry == null ? "" : entry.getName()) {
        case NAME -> copy(zip);
        case SCRIPT -> run(backup);
        default -> throw new IOException(backup + " is no backup of Keypoint");
      }
    }
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("select count(*) from \"flyway_schema_history\"").close();
    }
  }

  private void copy(InputStream saved) throws IOException {
    try (OutputStream database = Files.newOutputStream(path())) {
      saved.transferTo(database);
    }
  }

  private void run(Path script) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL.formatted(folder), USER, "");
        PreparedStatement statement =
            connection.prepareStatement("runscript from ? compression zip charset 'UTF-8'")) {
      statement.setString(1, script.toString());
      statement.execute();
    }
  }

  /** Whether a process has it open; H2 then holds this lock. */
  boolean inUse() throws IOException {
    try (FileChannel file = FileChannel.open(path(), StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      return lock == null;
    }
  }

  /** Puts it into another folder of the same file system. */
  void moveTo(Path other) throws IOException {
    Files.move(path(), OwnerOnly.folder(other).resolve(NAME));
  }

  /** The folder and what is in it goes. */
  void delete() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(THERE.formatted(folder), USER, "");
  }
}
