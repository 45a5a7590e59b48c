package app.keypoint;

import app.keypoint.access.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keeps the folder of the H2 database, and the files in it, for the user who runs Keypoint: before
 * the database is opened, so that no moment is left, and again for the files that it made.
 * Installations from before are mended by their next start.
 */
@Component
class DataFolderPermissions implements BeanFactoryPostProcessor, EnvironmentAware {

  private static final Logger log = LoggerFactory.getLogger(DataFolderPermissions.class);

  private String url = "";
  private Path folder = Path.of("");

  @Override
  public void setEnvironment(Environment environment) {
    url = environment.getProperty("spring.datasource.url", "");
    folder = Path.of(environment.getProperty("keypoint.data-dir", "./data"));
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    close();
  }

  @EventListener(ApplicationReadyEvent.class)
  void close() {
    if (!url.startsWith("jdbc:h2:file:")) {
      return;
    }
    try {
      Files.createDirectories(folder);
      OwnerOnly.close(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(DataFolderPermissions::isOurs).toList()) {
          OwnerOnly.close(file);
        }
      }
    } catch (IOException e) {
      log.warn("Others on this machine may be able to read {}: {}", folder, e.toString());
    }
  }

  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file) && file.getFileName().toString().startsWith("keypoint.");
  }
}
