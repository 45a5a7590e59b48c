package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LastResponsesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Property(tries = 200)
  void saysTheSame(@ForAll String text) {
    JsonNode said = JSON.valueToTree(text.replaceAll("\\p{Cs}", ""));
    String json = JSON.writeValueAsString(said);
    assertThat(JSON.readTree(LastResponses.narrow(json))).isEqualTo(said);
  }

  @Test
  void aFewWideLettersAreEscaped_manyAreNot() {
    String english = "\"What’s due today\"";
    assertThat(LastResponses.narrow(english)).isEqualTo("\"What\\u2019s due today\"");
    String chinese = "\"今天要复习的\"";
    assertThat(LastResponses.narrow(chinese)).isSameAs(chinese);
  }
}
