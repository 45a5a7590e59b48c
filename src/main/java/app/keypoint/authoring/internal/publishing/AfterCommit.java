package app.keypoint.authoring.internal.publishing;

import app.keypoint.content.loading.TakeUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has content take up what was published once that is certain, and not before. */
@Component
class AfterCommit {

  private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);

  private final TakeUp content;

  AfterCommit(TakeUp content) {
    this.content = content;
  }

  void takeUp() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            try {
              content.now();
            } catch (RuntimeException e) {
              // What is published is published; the next look takes it up.
              log.warn("What was just published is not served yet", e);
            }
          }
        });
  }
}
