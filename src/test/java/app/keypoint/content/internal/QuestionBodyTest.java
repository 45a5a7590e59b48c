package app.keypoint.content.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.TypedKey.WrongAnswer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies in databases out there are never rewritten: these literals must go on being read. */
class QuestionBodyTest {

  private record Stored(String json, Question question) {}

  private static final List<Option> OPTIONS =
      List.of(new Option("a", "Yes", true, null), new Option("b", "No", false, "Hasty."));
  private static final String OPTIONS_JSON =
      """
      [{"correct":true,"id":"a","text":"Yes"},{"correct":false,"id":"b","text":"No","why":"Hasty."}]""";
  private static final TypedKey KEY =
      new TypedKey("fame", List.of("renown"), List.of(new WrongAnswer("money", "Later.")), true);
  private static final String KEY_JSON =
      """
      {"accept":["renown"],"answer":"fame","typos":true,"wrong":[{"text":"money","why":"Later."}]}""";

  static List<Stored> stored() {
    return List.of(
        new Stored(
            "{\"type\":\"single\",\"keyPoint\":\"kp\",\"stem\":\"?\",\"options\":%s,\"explanation\":\"e\"}"
                .formatted(OPTIONS_JSON),
            new Question.Single("q", "kp", "?", OPTIONS, "e")),
        new Stored(
            "{\"type\":\"multi\",\"keyPoint\":\"kp\",\"stem\":\"?\",\"options\":%s,\"explanation\":\"e\"}"
                .formatted(OPTIONS_JSON),
            new Question.Multi("q", "kp", "?", OPTIONS, "e")),
        new Stored(
            "{\"type\":\"recall\",\"keyPoint\":\"kp\",\"stem\":\"?\",\"key\":%s,\"explanation\":\"e\"}"
                .formatted(KEY_JSON),
            new Question.Recall("q", "kp", "?", KEY, "e")),
        new Stored(
            "{\"type\":\"cloze\",\"keyPoint\":\"kp\",\"stem\":\"{{fame}}\",\"key\":%s,\"explanation\":\"e\",\"later\":1}"
                .formatted(KEY_JSON),
            new Question.Cloze("q", "kp", "{{fame}}", KEY, "e")),
        new Stored(
            "{\"type\":\"cloze\",\"keyPoint\":\"kp\",\"stem\":\"{{fame}} {{fame}}\",\"keys\":[%s,%s],\"explanation\":\"e\"}"
                .formatted(KEY_JSON, KEY_JSON),
            new Question.Cloze("q", "kp", "{{fame}} {{fame}}", List.of(KEY, KEY), "e")));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void readsWhatEarlierReleasesWrote(Stored stored) {
    assertThat(QuestionBody.read("q", stored.json())).isEqualTo(stored.question());
  }

  @ParameterizedTest
  @MethodSource("stored")
  void readsWhatItWrites(Stored stored) {
    assertThat(QuestionBody.read("q", QuestionBody.write(stored.question())))
        .isEqualTo(stored.question());
  }
}
