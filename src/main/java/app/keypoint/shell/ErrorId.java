package app.keypoint.shell;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ties what a learner sees of an error to what the log says of it. */
final class ErrorId {

  private static final Logger log = LoggerFactory.getLogger(ErrorId.class);

  private ErrorId() {}

  /** Logs an error and gives the id under which it can be found. */
  static String log(String where, Throwable error) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    log.error("Error {} at {}", id, where, error);
    return id;
  }
}
