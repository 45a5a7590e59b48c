package app.keypoint.lives;

import app.keypoint.review.ReviewAnswered;
import app.keypoint.review.StepKind;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Hears what meters are told of answers. */
final class Meters implements ApplicationListener<PayloadApplicationEvent<ReviewAnswered>> {

  private final Queue<StepKind> heard = new ConcurrentLinkedQueue<>();

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<ReviewAnswered> event) {
    heard.add(event.getPayload().kind());
  }

  /** The next one, or null when all was asked for. */
  @Nullable StepKind heard() {
    return heard.poll();
  }

  void forget() {
    heard.clear();
  }
}
