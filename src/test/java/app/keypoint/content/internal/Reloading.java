package app.keypoint.content.internal;

import org.springframework.context.ApplicationContext;

/** Takes up changed quiz files at once, rather than when the watcher next looks twice. */
public final class Reloading {

  private Reloading() {}

  public static void now(ApplicationContext context) {
    ContentLoader loader = context.getBean(ContentLoader.class);
    loader.poll();
    loader.poll();
  }
}
