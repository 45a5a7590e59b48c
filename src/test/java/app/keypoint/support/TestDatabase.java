package app.keypoint.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a context a database of its own that has every migration: {@code
 * -Dkeypoint.test.database=h2|postgresql}. One is migrated for each process, and copied.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private final boolean migrated;

  public TestDatabase() {
    this(true);
  }

  private TestDatabase(boolean migrated) {
    this.migrated = migrated;
  }

  /** Gives one without any table. */
  public static TestDatabase empty() {
    return new TestDatabase(false);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path data = Files.createTempDirectory(target(), "h2-");
      TestPropertyValues.of(
              "keypoint.data-dir=" + data,
              "spring.jpa.properties.hibernate.generate_statistics=true",
              "spring.jpa.properties.hibernate.session_factory.statement_inspector="
                  + SqlRecorder.class.getName(),
              "logging.level.org.hibernate.engine.internal.StatisticalLoggingSessionEventListener=warn",
              "management.server.port=0")
          .applyTo(context);
      if ("postgresql".equals(System.getProperty("keypoint.test.database"))) {
        TestPropertyValues.of(
                "spring.datasource.url="
                    + (migrated ? Postgres.migrated() : Postgres.newDatabase("")),
                "spring.datasource.username=postgres")
            .applyTo(context);
      } else if (migrated) {
        Files.copy(H2.MIGRATED, data.resolve(H2.FILE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path target() throws IOException {
    return Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
  }

  /** The address of a new and empty PostgreSQL database, whichever database tests run on. */
  public static String newPostgresql() {
    return Postgres.newDatabase("");
  }

  private static void migrate(String url, String user, String vendor) {
    var unused =
        Flyway.configure()
            .dataSource(url, user, "")
            .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
            .load()
            .migrate();
  }

  /** The file that this JVM's contexts begin with. */
  private static final class H2 {

    static final String FILE = "keypoint.mv.db";
    static final Path MIGRATED = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory(target(), "migrated-");
        migrate(
            "jdbc:h2:file:%s/keypoint;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                .formatted(folder),
            "keypoint",
            "h2");
        return folder.resolve(FILE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The one server of this JVM, which ends with it. */
  private static final class Postgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String TEMPLATE = template();

    static String migrated() {
      return newDatabase("template " + TEMPLATE);
    }

    static String newDatabase(String from) {
      String name = "test" + DATABASES.incrementAndGet();
      try (Connection connection = SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database %s %s".formatted(name, from));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return SERVER.getJdbcUrl("postgres", name);
    }

    private static String template() {
      String address = newDatabase("");
      migrate(address, "postgres", "postgresql");
      return "test" + DATABASES.get();
    }

    private static EmbeddedPostgres start() {
      try {
        // What it holds is gone with it anyway.
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
