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
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a context a fresh database: {@code -Dkeypoint.test.database=h2|postgresql}. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      TestPropertyValues common =
          TestPropertyValues.of(
              "keypoint.data-dir=" + Files.createTempDirectory(target(), "h2-"),
              "spring.jpa.properties.hibernate.generate_statistics=true",
              "spring.jpa.properties.hibernate.session_factory.statement_inspector="
                  + SqlRecorder.class.getName(),
              "logging.level.org.hibernate.engine.internal.StatisticalLoggingSessionEventListener=warn",
              "management.server.port=0");
      common.applyTo(context);
      if ("postgresql".equals(System.getProperty("keypoint.test.database"))) {
        TestPropertyValues.of(
                "spring.datasource.url=" + Postgres.newDatabase(),
                "spring.datasource.username=postgres")
            .applyTo(context);
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
    return Postgres.newDatabase();
  }

  /** The one server of this JVM, which ends with it. */
  private static final class Postgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    static String newDatabase() {
      String name = "test" + DATABASES.incrementAndGet();
      try (Connection connection = SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
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
