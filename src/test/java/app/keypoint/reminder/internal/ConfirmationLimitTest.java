package app.keypoint.reminder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.reminder.Learning;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConfirmationLimitTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final ConfirmationLimit limit = new ConfirmationLimit(new SimulatedTime());

  @Test
  void anAddressGetsThreeADayWhoeverAsks() {
    assertThat(take(NOON, 1, "victim@example.org")).isTrue();
    assertThat(take(NOON, 2, "Victim@example.org")).isTrue();
    assertThat(take(NOON, 3, "victim@EXAMPLE.org")).isTrue();
    assertThat(take(NOON, 4, "victim@example.org")).isFalse();
    assertThat(take(NOON.plus(Duration.ofHours(23)), 4, "victim@example.org")).isFalse();
    assertThat(take(NOON, 4, "other@example.org")).isTrue();
    assertThat(take(NOON.plus(Duration.ofHours(24)), 4, "victim@example.org")).isTrue();
  }

  @Test
  void aLearnerGetsFiveADayToWhateverAddress() {
    for (int i = 0; i < 5; i++) {
      assertThat(take(NOON, 1, "a" + i + "@example.org")).isTrue();
    }
    assertThat(take(NOON, 1, "b@example.org")).isFalse();
    assertThat(take(NOON, 2, "b@example.org")).isTrue();
    assertThat(take(NOON.plus(Duration.ofHours(24)), 1, "b@example.org")).isTrue();
  }

  private boolean take(Instant at, long learner, String address) {
    return Learning.at(at, () -> limit.take(learner, MailAddress.parse(address).orElseThrow()));
  }
}
