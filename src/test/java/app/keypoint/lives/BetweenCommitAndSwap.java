package app.keypoint.lives;

import app.keypoint.content.QuestionsChanged;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets something happen when the database has new content and the catalogue does not serve it yet.
 */
final class BetweenCommitAndSwap
    implements ApplicationListener<PayloadApplicationEvent<QuestionsChanged>> {

  private @Nullable Runnable next;

  /** Once, at the next load that retires or restores a question. */
  void once(Runnable action) {
    next = action;
  }

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<QuestionsChanged> event) {
    Runnable action = next;
    next = null;
    if (action != null) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              CompletableFuture.runAsync(action).join();
            }
          });
    }
  }
}
