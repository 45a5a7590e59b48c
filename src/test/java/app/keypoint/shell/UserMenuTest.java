package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserMenuTest {

  @ParameterizedTest
  @CsvSource({"Ada Lovelace, AL", "ada, A", "Ada King Lovelace, AL", "王小明, 王", "' Ada  B ', AB"})
  void initialsAreTheFirstLettersOfFirstAndLastWord(String name, String initials) {
    assertThat(UserMenu.initials(name)).isEqualTo(initials);
  }
}
