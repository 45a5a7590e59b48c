package app.keypoint.content.grading;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class GradingPropertiesTest {

  @Property
  void normalisingTwiceChangesNothing(@ForAll String text) {
    String once = TypedMatch.normalise(text);
    assertThat(TypedMatch.normalise(once)).isEqualTo(once);
  }

  @Property
  void theAnswerItselfIsRight(@ForAll @AlphaChars @StringLength(min = 1, max = 30) String answer) {
    assertThat(typed(answer, "  " + answer.toUpperCase(java.util.Locale.ROOT) + "\t").right())
        .isTrue();
  }

  @Property
  void swappingTwoNeighboursOfALongAnswerIsForgiven(
      @ForAll @AlphaChars @StringLength(min = 10, max = 30) String answer,
      @ForAll @IntRange(max = 28) int at) {
    StringBuilder typed = new StringBuilder(answer);
    int i = at % (answer.length() - 1);
    typed.setCharAt(i, answer.charAt(i + 1));
    typed.setCharAt(i + 1, answer.charAt(i));
    Outcome outcome = typed(answer, typed.toString());
    assertThat(outcome.right()).isTrue();
  }

  @Property
  void anAnswerWithADigitMustBeExact(
      @ForAll @AlphaChars @StringLength(min = 4, max = 20) String word,
      @ForAll @IntRange(max = 9) int digit,
      @ForAll @IntRange(max = 9) int other) {
    assertThat(typed(word + digit, word + other).right()).isEqualTo(digit == other);
  }

  @Property
  void marksStayWithinBoundsAndOnlyTheExactKeyGetsFullMarks(
      @ForAll @Size(min = 3, max = 5) List<Boolean> keys,
      @ForAll Set<@IntRange(max = 4) Integer> picks) {
    List<Option> options =
        IntStream.range(0, keys.size())
            .mapToObj(i -> new Option("o" + i, "Option " + i, keys.get(i), "why"))
            .toList();
    Set<String> right = new HashSet<>();
    options.stream().filter(Option::correct).forEach(o -> right.add(o.id()));
    if (right.isEmpty()) {
      return; // refused by the lint
    }
    Set<String> picked = new HashSet<>();
    picks.stream().filter(i -> i < keys.size()).forEach(i -> picked.add("o" + i));
    Outcome outcome =
        Grading.outcome(
            new Question.Multi("q", "kp", "?", options, "e"), new Response.Picked(picked));
    assertThat(outcome.marks()).isBetween(0.0, 1.0);
    assertThat(outcome.right()).isEqualTo(picked.equals(right));
  }

  @Property
  void distanceIsZeroForEqualTextsAloneAndTheSameBothWays(
      @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
    assertThat(TypedMatch.distance(a, b)).isEqualTo(TypedMatch.distance(b, a));
    assertThat(TypedMatch.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(TypedMatch.distance(a, new String(a.toCharArray()))).isZero();
  }

  private static Outcome typed(String answer, String typed) {
    return Grading.outcome(
        GradingTest.recall(GradingTest.key(answer)), new Response.Typed(typed, false));
  }
}
