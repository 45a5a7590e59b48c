package app.keypoint.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The small form of {@code script/load strangers}. Its bound is generous, as a build's machine has
 * other things to do: a learner who is starved waits for seconds. ADR 98 has the figures.
 */
@Tag("slow")
class StrangersLoadTest {

  private static final Duration MOST = Duration.ofMillis(1_500);

  @Test
  void aCrowdOfStrangersDoesNotStarveALearner() throws Exception {
    StrangersLoad.Outcome outcome =
        StrangersLoad.run(1_000, Duration.ofSeconds(10), Duration.ofSeconds(5));
    assertThat(outcome.beside().errors()).isZero();
    assertThat(outcome.beside().count()).isGreaterThan(5);
    assertThat(outcome.deeds()).as("what the strangers did").isNotEmpty();
    assertThat(outcome.beside().percentile(0.95)).as(outcome.beside().toString()).isLessThan(MOST);
  }
}
