package app.keypoint.identity.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommonPasswordsTest {

  @Test
  void theListIsThere() {
    assertThat(CommonPasswords.count()).isBetween(90_000, 110_000);
  }
}
