package app.keypoint.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The small form of {@code script/load sessions}; ADR 191 has the figures of a thousand. */
@Tag("slow")
class SessionsLoadTest {

  @Test
  void nothingIsLeftOfSessionsThatWereEnded() throws Exception {
    SessionsLoad.Outcome outcome = SessionsLoad.run(100);
    assertThat(outcome.heldOpen()).as("KB of an open session").isBetween(20.0, 400.0);
    assertThat(outcome.heldAfter()).as("KB of one that was ended").isLessThan(15);
  }
}
