package app.keypoint.identity.internal.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceCookieTest {

  private static final byte[] KEY = "a key that only this server has".getBytes();

  @Test
  void aBrowserIsKnownToWhoHasSignedInWithIt() {
    String value = read(null).after("ada");
    assertThat(read(value).deviceOf("ada")).isPresent();
    assertThat(read(value).deviceOf("grace")).isEmpty();
    assertThat(read(read(value).after("grace")).deviceOf("ada"))
        .isEqualTo(read(value).deviceOf("ada"));
  }

  @Test
  void whatThisServerDidNotMakeIsWorthNothing() {
    String value = read(null).after("ada");
    assertThat(DeviceCookie.read("another key".getBytes(), Optional.of(value)).deviceOf("ada"))
        .isEmpty();
    String otherId = read(null).after("ada").substring(0, 16) + value.substring(16);
    assertThat(read(otherId).deviceOf("ada")).isEmpty();
    assertThat(read("x".repeat(5000)).deviceOf("ada")).isEmpty();
    assertThat(read("").deviceOf("ada")).isEmpty();
  }

  @Test
  void itKeepsTheLastFiveAccountsAndNoName() {
    String value = read(null).after("first");
    for (int i = 0; i < 5; i++) {
      value = read(value).after("account" + i);
    }
    assertThat(value).hasSizeLessThan(160).doesNotContain("account");
    assertThat(read(value).deviceOf("account0")).isPresent();
    assertThat(read(value).deviceOf("first")).isEmpty();
  }

  private static DeviceCookie read(String value) {
    return DeviceCookie.read(KEY, Optional.ofNullable(value));
  }
}
