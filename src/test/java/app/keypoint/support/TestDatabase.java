package app.keypoint.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        context.addApplicationListener(
            event -> {
              if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                close(postgres);
              }
            });
        TestPropertyValues.of(
                "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
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

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
