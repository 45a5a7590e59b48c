package app.keypoint.identity.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ada", "ada@example.org", "李雷", "o.brien-2_x+test", "zoë"})
  void namesOfManyKindsAreFine(String name) {
    assertThatCode(() -> new AccountRules().username(AccountRules.normalise(name)).enforce())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ada lovelace", "ada\u0000", "<b>ada</b>", "ada\u202e"})
  void otherNamesAreNot(String name) {
    assertThat(problems(new AccountRules().username(AccountRules.normalise(name))).getProblems())
        .containsKey(Field.USERNAME);
  }

  @Test
  void aNameIsTheSameHoweverItIsTyped() {
    assertThat(AccountRules.normalise("  ＡＤＡ@Example.ORG ")).isEqualTo("ada@example.org");
  }

  @Test
  void whatIsTooLongForANameIsNotEvenNormalised() {
    assertThat(AccountRules.normalise("ada" + " ".repeat(98))).isEqualTo("?");
    assertThat(AccountRules.normalise("\ufdfa".repeat(90))).as("eighteen of each").isEqualTo("?");
    assertThat(AccountRules.normalise("a".repeat(100))).hasSize(100);
  }

  @ParameterizedTest
  @CsvSource({
    "nine char, passwordShort",
    "ada@example.org, passwordObvious",
    "ADA@EXAMPLE.ORG, passwordObvious",
    "aaaaaaaaaaaa, passwordObvious",
    "一二三四五六七八九, passwordShort"
  })
  void poorPasswordsAreRefused(String password, String problem) {
    assertThat(problems(new AccountRules().password(password, "ada@example.org")).getProblems())
        .containsEntry(Field.PASSWORD, "identity.problem." + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"only letters", "5092713648", "一二三四五六七八九十", "    q z m d e f"})
  void lengthIsEnough(String password) {
    assertThatCode(() -> new AccountRules().password(password, "ada").enforce())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890",
        "9876543210",
        "qwertyuiop",
        "password123",
        "Password2026!",
        "P@ssw0rd!!!",
        "1q2w3e4r5t",
        "iloveyou123",
        "sunshine2026",
        "abcdefghijkl",
        "zaq12wsx2026",
        "  qwertyuiop "
      })
  void commonPasswordsAreRefusedHoweverTheyAreDisguised(String password) {
    assertThat(problems(new AccountRules().password(password, "zoe", "Zoë Lang")).getProblems())
        .containsKey(Field.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keypoint2026",
        "Keypoint-Quiz!",
        "lovelace1815",
        "adalovelace!",
        "Ada Lovelace",
        "example.org2026",
        "keypointdragon",
        "李雷李雷李雷李雷123"
      })
  void namesWithLittleElseAreRefused(String password) {
    assertThat(
            problems(new AccountRules().password(password, "ada@example.org", "Ada Lovelace 李雷"))
                .getProblems())
        .containsEntry(Field.PASSWORD, "identity.problem.passwordObvious");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "ada walks three dogs home",
        "keypoint makes me remember",
        "zq8-vm3k-w2rt",
        "四 只 猫 在 屋 顶 上 晒 太 阳"
      })
  void whatOthersWouldNotTryIsFine(String password) {
    assertThatCode(
            () ->
                new AccountRules().password(password, "ada@example.org", "Ada Lovelace").enforce())
        .doesNotThrowAnyException();
  }

  @Test
  void longPasswordsAreFineAndBounded() {
    String long200 = "an unlikely sentence ".repeat(10).substring(0, 200);
    assertThatCode(() -> new AccountRules().password(long200, "ada").enforce())
        .doesNotThrowAnyException();
    assertThat(problems(new AccountRules().password(long200 + "!", "ada")).getProblems())
        .containsEntry(Field.PASSWORD, "identity.problem.passwordLong");
  }

  @Test
  void everyProblemIsSaidAtOnce() {
    assertThat(
            problems(new AccountRules().username("").displayName(" ").password("x", ""))
                .getProblems())
        .containsOnlyKeys(Field.USERNAME, Field.DISPLAY_NAME, Field.PASSWORD);
  }

  private static InvalidInput problems(AccountRules rules) {
    return catchThrowableOfType(InvalidInput.class, rules::enforce);
  }
}
