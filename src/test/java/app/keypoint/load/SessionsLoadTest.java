package app.keypoint.load;

import static app.keypoint.load.SessionsLoad.NODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The small form of {@code script/load sessions}; ADR 191 has its figures. */
@Tag("slow")
class SessionsLoadTest {

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void nothingIsLeftOfSessionsThatWereEnded() throws Exception {
    SessionsLoad.Outcome outcome = SessionsLoad.run(20);
    assertThat(outcome.open().of(NODE)).as("open").isGreaterThan(outcome.before().of(NODE));
    assertThat(outcome.left().of(NODE))
        .as("after they signed out")
        .isLessThanOrEqualTo(outcome.before().of(NODE));
  }
}
