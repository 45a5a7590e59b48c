package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinCodeTest {

  @Property
  void everyNewCodeIsReadHoweverItIsTyped(@ForAll long seed) {
    JoinCode code = JoinCode.random(new Random(seed)::nextInt);
    assertThat(code.toString()).matches("[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}");
    assertThat(JoinCode.parse(code.toString())).contains(code);
    assertThat(JoinCode.parse(code.characters())).contains(code);
    assertThat(JoinCode.parse(" " + code.toString().toLowerCase(Locale.ROOT))).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"K7Q4MD", "k7q 4md", "K7Q–4MD", "k7q-4md\n", "Ｋ７Ｑ－４ＭＤ"})
  void readsWhatKeyboardsAndMessengersMakeOfACode(String typed) {
    assertThat(JoinCode.parse(typed)).map(JoinCode::toString).contains("K7Q-4MD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K7Q-4M", "K7Q-4MDD", "K0Q-4MD", "KIQ-4MD", "K7Q_4MD", "' or 1=1"})
  void refusesWhatCannotBeACode(String typed) {
    assertThat(JoinCode.parse(typed)).isEmpty();
  }

  @Test
  void hasNoCharacterThatLooksLikeAnother() {
    assertThat(JoinCode.ALPHABET).doesNotContain("0", "O", "1", "I", "L").hasSize(31);
  }
}
