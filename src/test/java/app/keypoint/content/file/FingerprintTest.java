package app.keypoint.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.TypedKey.WrongAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Option RIGHT = new Option("a", "Yes", true, null);
  private static final Option WRONG = new Option("b", "No", false, "Hasty.");
  private static final Question CHOICE = choice("?", RIGHT, WRONG);

  /**
   * If this changes, every question in every database gets a new version, or worse, a new series.
   */
  @Test
  void staysTheSameOverReleases() {
    assertThat(Fingerprint.version(CHOICE))
        .isEqualTo("78325f95a0e219bd1933fcf6e30bdc6c657eba35d56430b262f84c5426b3aa2b");
    assertThat(Fingerprint.series(CHOICE))
        .isEqualTo("fe50f32b718407320bca725994ced4a51c1b872f0f6a39feb59e042d62983c1d");
  }

  @Test
  void wordingMakesAVersion() {
    assertSameSeries(CHOICE, choice("Really?", RIGHT, WRONG));
    assertSameSeries(CHOICE, choice("?", RIGHT, new Option("b", "No", false, "Careless.")));
    assertSameSeries(CHOICE, choice("?", WRONG, RIGHT));
    assertSameSeries(
        CHOICE, new Question.Single("q", "kp", "?", List.of(RIGHT, WRONG), "Another reason"));
    assertSameSeries(
        typed("fame", "renown", "money", "Later."), typed("fame", "renown", "money", "x"));
  }

  @Test
  void optionsOrKeyMakeASeries() {
    assertNewSeries(choice("?", RIGHT, new Option("b", "Perhaps", false, "Hasty.")));
    assertNewSeries(choice("?", RIGHT, new Option("b", "No", true, "Hasty.")));
    assertNewSeries(choice("?", RIGHT, WRONG, new Option("c", "Perhaps", false, "Hasty.")));
    assertNewSeries(new Question.Multi("q", "kp", "?", List.of(RIGHT, WRONG), "e"));
    Question typed = typed("fame", "renown", "money", "Later.");
    for (Question other :
        List.of(
            typed("glory", "renown", "money", "Later."),
            typed("fame", "glory", "money", "Later."),
            typed("fame", "renown", "cash", "Later."))) {
      assertThat(Fingerprint.series(other)).isNotEqualTo(Fingerprint.series(typed));
    }
  }

  /** As it was before there could be several blanks. */
  @Test
  void aClozeWithOneBlankKeepsItsOwn() {
    Question cloze =
        new Question.Cloze(
            "q",
            "kp",
            "{{fame}}",
            new TypedKey("fame", List.of("renown"), List.of(new WrongAnswer("money", "x")), true),
            "e");
    assertThat(Fingerprint.version(cloze))
        .isEqualTo("b79cf3c2ae34cad5c619c258af5f2d17336889eaecfc0e74fd7147acdb0d1ed1");
    assertThat(Fingerprint.series(cloze))
        .isEqualTo("c84375489955f40bc70b4dbd1e62f1df0993e4b613c959e43972392cab593ef7");
  }

  @Test
  void ofSeveralBlanksEachKeyCountsAtItsPlace() {
    TypedKey one = new TypedKey("a", List.of("b"), List.of(new WrongAnswer("c", "d")), true);
    TypedKey other = new TypedKey("e", List.of(), List.of(), true);
    TypedKey shorter = new TypedKey("a", List.of("b"), List.of(), true);
    String series = Fingerprint.series(blanks(one, other));
    assertThat(Fingerprint.series(blanks(other, one))).isNotEqualTo(series);
    assertThat(Fingerprint.series(blanks(shorter, other))).isNotEqualTo(series);
    assertSameSeries(
        blanks(one, other),
        blanks(
            new TypedKey("a", List.of("b"), List.of(new WrongAnswer("c", "other")), true), other));
  }

  private static Question blanks(TypedKey... keys) {
    return new Question.Cloze("q", "kp", "{{a}} {{e}}", List.of(keys), "x");
  }

  private static void assertSameSeries(Question before, Question after) {
    assertThat(Fingerprint.version(after)).isNotEqualTo(Fingerprint.version(before));
    assertThat(Fingerprint.series(after)).isEqualTo(Fingerprint.series(before));
  }

  private static void assertNewSeries(Question after) {
    assertThat(Fingerprint.version(after)).isNotEqualTo(Fingerprint.version(CHOICE));
    assertThat(Fingerprint.series(after)).isNotEqualTo(Fingerprint.series(CHOICE));
  }

  private static Question choice(String stem, Option... options) {
    return new Question.Single("q", "kp", stem, List.of(options), "e");
  }

  private static Question typed(String answer, String accept, String wrong, String why) {
    TypedKey key =
        new TypedKey(answer, List.of(accept), List.of(new WrongAnswer(wrong, why)), true);
    return new Question.Recall("q", "kp", "?", key, "e");
  }
}
