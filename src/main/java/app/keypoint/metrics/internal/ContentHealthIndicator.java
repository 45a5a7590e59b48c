package app.keypoint.metrics.internal;

import app.keypoint.access.Unattended;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Finding;
import app.keypoint.content.loading.ContentStatus;
import app.keypoint.content.loading.ContentStatus.FileStatus;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether there is something to learn. A file that could not be loaded leaves the program usable,
 * so it is {@code DEGRADED}, which still answers 200; no quiz at all is {@code DOWN}.
 */
@Component
class ContentHealthIndicator extends AbstractHealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final Catalogue catalogue;
  private final ContentStatus content;

  ContentHealthIndicator(Catalogue catalogue, ContentStatus content) {
    this.catalogue = catalogue;
    this.content = content;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    // Monitoring signs in nowhere; what it may see of the content is told here.
    var unused = Unattended.call(() -> check(health));
  }

  private Health.Builder check(Health.Builder health) {
    int quizzes = catalogue.quizzes().size();
    if (quizzes == 0) {
      health.down();
    } else if (content.ok()) {
      health.up();
    } else {
      health.status(DEGRADED);
    }
    health.withDetail("source", content.source()).withDetail("quizzes", quizzes);
    content.files().stream()
        .filter(file -> !file.ok())
        .forEach(file -> health.withDetail(file.name(), errors(file)));
    return health;
  }

  private static Object errors(FileStatus file) {
    return file.findings().stream().filter(Finding::error).map(Finding::toString).toList();
  }
}
