package app.keypoint.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has the demo lived once in a build: twelve weeks of its learners take a minute, and each process
 * and each context begins with them. Whoever comes first saves the database; a build is told from
 * the next by {@code -Dkeypoint.test.build}, without which nothing is shared.
 */
class SharedDemo implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String build = System.getProperty("keypoint.test.build");
    if (build == null || !context.getEnvironment().matchesProfiles("demo")) {
      return;
    }
    Path data = Path.of(context.getEnvironment().getRequiredProperty("keypoint.data-dir"));
    Path saved = data.resolveSibling("demo-" + build + ".zip");
    try {
      FileChannel turn =
          FileChannel.open(
              data.resolveSibling("demo.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      var unused = turn.lock();
      if (Files.exists(saved)) {
        bringBack(saved, data);
        turn.close();
      } else {
        ApplicationListener<ApplicationReadyEvent> ready =
            event -> save(event.getApplicationContext(), saved, turn);
        context.addApplicationListener(ready);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void save(ConfigurableApplicationContext context, Path saved, FileChannel turn) {
    try (turn) {
      Path unfinished = saved.resolveSibling(saved.getFileName() + ".part");
      context.getBean(JdbcTemplate.class).execute("backup to '" + unfinished + "'");
      Files.move(unfinished, saved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void bringBack(Path saved, Path data) throws IOException {
    try (InputStream file = Files.newInputStream(saved);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(
            zip,
            data.resolve(Path.of(entry.getName()).getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
