package app.keypoint.lives;

import app.keypoint.content.loading.ContentLoaded;
import app.keypoint.content.loading.QuestionsChanged;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets something happen while content is loaded: when the database has the new one and the
 * catalogue does not serve it yet, or when it does and nobody was told what is no longer served.
 */
final class DuringLoad implements ApplicationListener<PayloadApplicationEvent<?>> {

  private @Nullable Runnable beforeSwap;
  private @Nullable Runnable afterSwap;

  /** Once, at the next load that retires or restores a question. */
  void beforeSwap(Runnable action) {
    beforeSwap = action;
  }

  /** Once, at the next load. */
  void afterSwap(Runnable action) {
    afterSwap = action;
  }

  void forget() {
    beforeSwap = null;
    afterSwap = null;
  }

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<?> event) {
    if (event.getPayload() instanceof QuestionsChanged && beforeSwap != null) {
      Runnable action = beforeSwap;
      beforeSwap = null;
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              // Not in the pool: jqwik shrinks there, and a pool's thread that waits takes up
              // others'
              // work, here inside of the load's transaction.
              CompletableFuture.runAsync(action, Thread::startVirtualThread).join();
            }
          });
    } else if (event.getPayload() instanceof ContentLoaded && afterSwap != null) {
      Runnable action = afterSwap;
      afterSwap = null;
      action.run();
    }
  }
}
