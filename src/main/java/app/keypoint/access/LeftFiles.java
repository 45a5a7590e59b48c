package app.keypoint.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Clears away files of people that an earlier process left when it was killed. */
@Component
class LeftFiles {

  private static final Logger log = LoggerFactory.getLogger(LeftFiles.class);

  /** No file is on its way for longer. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Clock clock;

  LeftFiles(Clock clock) {
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void clear() {
    try {
      PassingFile.deleteLeft(
          Path.of(System.getProperty("java.io.tmpdir")), clock.instant().minus(LONGEST));
    } catch (IOException | RuntimeException e) {
      log.warn("Temporary files of earlier processes could not be cleared away", e);
    }
  }
}
