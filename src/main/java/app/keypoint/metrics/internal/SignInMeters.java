package app.keypoint.metrics.internal;

import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignedIn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts attempts to sign in, by how they ended. */
@Component
class SignInMeters {

  private static final String SUCCESS = "success";

  private final MeterProvider<Counter> signIns;

  SignInMeters(MeterRegistry registry) {
    signIns =
        Counter.builder("keypoint.sign.ins")
            .description("Attempts to sign in, by result")
            .withRegistry(registry);
    signIns.withTag("result", SUCCESS);
    for (SignInFailed.Reason reason : SignInFailed.Reason.values()) {
      signIns.withTag("result", name(reason));
    }
  }

  @TransactionalEventListener(fallbackExecution = true)
  void signedIn(SignedIn event) {
    signIns.withTag("result", SUCCESS).increment();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void failed(SignInFailed event) {
    signIns.withTag("result", name(event.reason())).increment();
  }

  private static String name(SignInFailed.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
