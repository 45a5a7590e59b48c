package app.keypoint.metrics.internal;

import app.keypoint.content.loading.ContentLoaded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts quiz files that were loaded, or could not be. */
@Component
class ContentMeters {

  private final Counter loaded;
  private final Counter failed;

  ContentMeters(MeterRegistry registry) {
    loaded = files(registry, "loaded");
    failed = files(registry, "failed");
  }

  @TransactionalEventListener(fallbackExecution = true)
  void loaded(ContentLoaded load) {
    loaded.increment(load.ok());
    failed.increment(load.failed());
  }

  private static Counter files(MeterRegistry registry, String result) {
    return Counter.builder("keypoint.content.files")
        .description("Quiz files looked at because they were new or had changed")
        .tag("result", result)
        .register(registry);
  }
}
