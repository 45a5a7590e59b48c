package app.keypoint.identity.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

  /** The secret of the RFCs' own examples. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheCodesOfRfc6238(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "8, 399871", "9, 520489"})
  void givesTheCodesOfRfc4226(long step, String code) {
    assertThat(Totp.code(SECRET, step)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void takesTheStepsBesideAsWell(int steps, boolean taken) {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    String code = Totp.code(SECRET, Totp.step(now) + steps);
    assertThat(Totp.stepOf(SECRET, code, now).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "28708", "2870820", "28708a", "２８７０８２", "-287082"})
  void nothingElseIsACode(String typed) {
    assertThat(Totp.stepOf(SECRET, typed, Instant.ofEpochSecond(59))).isEmpty();
  }

  @Test
  void groupsDoNotMatterAndLengthIsBounded() {
    assertThat(Totp.digits(" 287 082")).isEqualTo("287082");
    assertThat(Totp.digits("287-082")).isEqualTo("287082");
    assertThat(Totp.digits(" ".repeat(1_000_000) + "287082")).isEmpty();
  }
}
