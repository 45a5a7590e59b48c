package app.keypoint.quiz.internal;

import org.springframework.context.ApplicationContext;

/** Finishes attempts that only lack their Continue, as happens every few minutes. */
public final class Tidying {

  private Tidying() {}

  public static void now(ApplicationContext context) {
    context.getBean(UnfinishedAttempts.class).finish();
  }
}
