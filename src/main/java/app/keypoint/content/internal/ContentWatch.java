package app.keypoint.content.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/** Has quizzes loaded before the first request, and looked at again and again after it. */
@Component
class ContentWatch implements SmartLifecycle {

  private final ContentLoader loader;
  private final Duration interval;
  private volatile @Nullable SimpleAsyncTaskScheduler watcher;

  ContentWatch(
      ContentLoader loader, @Value("${keypoint.content.poll-interval:2s}") Duration interval) {
    this.loader = loader;
    this.interval = interval;
  }

  @Override
  public void start() {
    loader.first();
    SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    scheduler.setThreadNamePrefix("content-");
    scheduler.setVirtualThreads(true);
    watcher = scheduler;
    scheduler.scheduleWithFixedDelay(this::watch, interval);
  }

  /** Never in the middle of a look: closing interrupts, and that would close H2's file. */
  @Override
  public synchronized void stop() {
    if (watcher != null) {
      watcher.close();
      watcher = null;
    }
  }

  private synchronized void watch() {
    if (isRunning()) {
      loader.poll();
    }
  }

  @Override
  public boolean isRunning() {
    return watcher != null;
  }

  /** Starts before the web server does and stops after it. */
  @Override
  public int getPhase() {
    return 0;
  }
}
