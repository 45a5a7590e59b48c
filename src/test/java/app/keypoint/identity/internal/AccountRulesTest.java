package app.keypoint.identity.internal;

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
  @ValueSource(strings = {"only letters", "1357924680", "一二三四五六七八九十", "    a b c d e f"})
  void lengthIsEnough(String password) {
    assertThatCode(() -> new AccountRules().password(password, "ada").enforce())
        .doesNotThrowAnyException();
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
