package app.keypoint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in the log where to point a browser once everything is ready. */
@Component
class ReadyMessage {

  private static final Logger log = LoggerFactory.getLogger(ReadyMessage.class);

  private final Environment environment;

  ReadyMessage(Environment environment) {
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    log.info(
        "Keypoint is ready: http://localhost:{}", environment.getProperty("local.server.port"));
  }
}
