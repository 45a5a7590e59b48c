package app.keypoint.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
                "spring.datasource.url=" + (migrated ? Postgres.migrated() : Postgres.empty()),
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
    return Postgres.empty();
  }

  /**
   * Brings a database to a schema, as a start of the program of then did.
   *
   * @param version as Flyway writes it
   */
  public static void migrate(DataSource database, String version) {
    var unused =
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:db/migration/common", "classpath:db/migration/" + kind(database))
            .target(version)
            .load()
            .migrate();
  }

  /** The folder of what is for this kind of database only. */
  private static String kind(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void migrate(String url, String user) {
    migrate(new DriverManagerDataSource(url, user, ""), "latest");
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
            "keypoint");
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
    private static final String MIGRATED = "migrated";

    static {
      migrate(create(MIGRATED, "template1"), "postgres");
    }

    static String empty() {
      return next("template1");
    }

    static String migrated() {
      return next(MIGRATED);
    }

    private static String next(String template) {
      return create("test" + DATABASES.incrementAndGet(), template);
    }

    private static String create(String name, String template) {
      try (Connection connection = SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database %s template %s".formatted(name, template));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return SERVER.getJdbcUrl("postgres", name);
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
