package app.keypoint.content.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.content.TypedKey;
import app.keypoint.content.TypedKey.WrongAnswer;
import app.keypoint.content.grading.Outcome.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradingTest {

  @Nested
  class Choices {

    @ParameterizedTest
    @CsvSource({"a, 1", "b, 0", "'', 0", "a b, 0"})
    void singleIsAllOrNothing(String picked, double marks) {
      Question question = new Question.Single("q", "kp", "?", options("a"), "e");
      assertThat(Grading.outcome(question, pick(picked)).marks()).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource({
      "a b, 1",
      "a, 0.5",
      "a c, 0",
      "a b c, 0.5",
      "c d, 0",
      "'', 0",
      "a b c d, 0",
      "b c d, 0"
    })
    void multiAddsAndSubtractsShares(String picked, double marks) {
      Question question = new Question.Multi("q", "kp", "?", options("a b"), "e");
      Outcome outcome = Grading.outcome(question, pick(picked));
      assertThat(outcome.marks()).isEqualTo(marks);
      assertThat(outcome.right()).isEqualTo(marks == 1);
    }

    @ParameterizedTest
    @CsvSource({"a", "a b", "a b c", "a b c d"})
    void chanceIsTheMeanOverAllPicks(String right) {
      Question question = new Question.Multi("q", "kp", "?", options(right), "e");
      double mean =
          IntStream.range(1, 16)
              .mapToObj(
                  set ->
                      IntStream.range(0, 4)
                          .filter(i -> (set >> i & 1) == 1)
                          .mapToObj(i -> "abcd".substring(i, i + 1))
                          .collect(Collectors.joining(" ")))
              .mapToDouble(picked -> Grading.outcome(question, pick(picked)).marks())
              .average()
              .orElseThrow();
      assertThat(Grading.chance(question)).isCloseTo(mean, within(1e-12));
      assertThat(Grading.chance(new Question.Single("q", "kp", "?", options("a"), "e")))
          .isEqualTo(0.25);
    }

    @Test
    void refusesAnOptionThatIsNotThere() {
      Question question = new Question.Single("q", "kp", "?", options("a"), "e");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Grading.outcome(question, pick("z")))
          .withMessageContaining("q");
    }

    @Test
    void refusesTextForAChoice() {
      Question question = new Question.Single("q", "kp", "?", options("a"), "e");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Grading.outcome(question, new Response.Typed("a", false)));
    }

    private static List<Option> options(String right) {
      List<String> keys = List.of(right.split(" "));
      return List.of("a", "b", "c", "d").stream()
          .map(id -> new Option(id, "Option " + id, keys.contains(id), "why"))
          .toList();
    }

    private static Response pick(String ids) {
      return new Response.Picked(
          ids.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(ids.split(" "))));
    }
  }

  @Nested
  class Blanks {

    @Test
    void nothingIsTypedByChance() {
      assertThat(Grading.chance(TWO)).isZero();
    }

    private static final Question.Cloze TWO =
        new Question.Cloze(
            "q",
            "kp",
            "A {{kernel}} under the {{licence}}.",
            List.of(
                new TypedKey(
                    "kernel",
                    List.of("core"),
                    List.of(new WrongAnswer("shell", "It lies around it.")),
                    true),
                new TypedKey("licence", List.of("license"), List.of(), true)),
            "e");

    @ParameterizedTest
    @CsvSource({
      "kernel, licence, 1, EXACT, EXACT, EXACT",
      "Core, LICENSE, 1, EXACT, EXACT, EXACT",
      "kernle, licence, 1, TYPO, TYPO, EXACT",
      "kernel, tree, 0.5, NONE, EXACT, NONE",
      "kernel, '', 0.5, NONE, EXACT, NONE",
      "shell, licence, 0.5, LISTED_WRONG, LISTED_WRONG, EXACT",
      "licence, kernel, 0, NONE, NONE, NONE",
      "'', ' ', 0, NONE, NONE, NONE"
    })
    void eachCountsItsShareAndOnlyAllAreRight(
        String first, String second, double marks, Match match, Match one, Match other) {
      Outcome outcome = Grading.outcome(TWO, typed(false, first, second));
      assertThat(outcome.marks()).isEqualTo(marks);
      assertThat(outcome.match()).isEqualTo(match);
      assertThat(outcome.right()).isEqualTo(marks == 1);
      assertThat(outcome.blanks()).extracting(Outcome::match).containsExactly(one, other);
    }

    @Test
    void ofThreeBlanksEachIsAThird_andThreeThirdsAreFullMarks() {
      TypedKey key = new TypedKey("tree", List.of(), List.of(), true);
      Question three =
          new Question.Cloze("q", "kp", "{{tree}} {{tree}} {{tree}}", List.of(key, key, key), "e");
      assertThat(Grading.outcome(three, typed(false, "tree", "x", "tree")).marks())
          .isBetween(0.66, 0.67);
      assertThat(Grading.outcome(three, typed(false, "tree", "tree", "tree")).right()).isTrue();
    }

    @Test
    void aListedWrongAnswerSaysWhyAtItsBlank() {
      Outcome outcome = Grading.outcome(TWO, typed(false, "shell", "licence"));
      assertThat(outcome.why()).isNull();
      assertThat(outcome.blanks().getFirst().why()).isEqualTo("It lies around it.");
    }

    @Test
    void whoSaysThatTheyWereRightSaysSoOfAllThatWasWrong() {
      Outcome outcome = Grading.outcome(TWO, typed(true, "kernel", "terms"));
      assertThat(outcome.right()).isTrue();
      assertThat(outcome.match()).isEqualTo(Match.OVERRULED);
      assertThat(outcome.blanks())
          .extracting(Outcome::match)
          .containsExactly(Match.EXACT, Match.OVERRULED);
    }

    @Test
    void whatWasLeftEmptyWasNotRight() {
      Outcome outcome = Grading.outcome(TWO, typed(true, "terms", " "));
      assertThat(outcome.marks()).isZero();
      assertThat(outcome.match()).isEqualTo(Match.NONE);
    }

    @ParameterizedTest
    @CsvSource({"'kernel'", "'kernel,licence,more'", "'kernel,licence,a,b,c'"})
    void refusesAnotherNumberOfBlanks(String typed) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Grading.outcome(TWO, typed(false, typed.split(","))));
    }

    @Test
    void refusesBlanksWhereThereIsOneThingToType() {
      TypedKey key = new TypedKey("tree", List.of(), List.of(), true);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Grading.outcome(
                      new Question.Recall("q", "kp", "?", key, "e"), typed(false, "tree", "tree")));
    }

    @Test
    void areNumberedInThePromptWhichHoldsNoAnswer() {
      assertThat(TWO.prompt()).isEqualTo("A (1)\u00a0_____ under the (2)\u00a0_____.");
      assertThat(new Question.Cloze("q", "kp", "{{a::x}}{{b}}", TWO.keys(), "e").hints())
          .containsExactly("x", "");
    }

    private static Response.Typed typed(boolean overruled, String... blanks) {
      return new Response.Typed(List.of(blanks), overruled, Translations.ORIGINAL);
    }
  }

  @Nested
  class TypedAnswers {

    @ParameterizedTest
    @CsvSource({
      // equal after normalisation
      "Café Zürich, cafe zurich, EXACT",
      "Straße, STRASSE, EXACT",
      "'open  source', ' Open\u00a0Source ', EXACT",
      "ﬁne-tuning, fine-tuning, EXACT",
      "Li’s team, li's team, EXACT",
      "GLM 4.5, ＧＬＭ　４.５, EXACT",
      "ΛΟΓΟΣ, λογος, EXACT",
      "が, か, NONE",
      "开源模型, 开原模型, NONE",
      // slips: one edit above 3 characters, two above 9
      "fame, fmae, TYPO",
      "reputation, reputatio, TYPO",
      "fame, frames, NONE",
      "cat, cut, NONE",
      "reputation, repuattoin, TYPO",
      "reputation, reptaion, TYPO",
      "reputation, repttn, NONE",
      "benchmark, benchmrk, TYPO",
      "benchmark, bnchmrk, NONE",
      // a digit or a negation, on either side, must be exact
      "GLM 4.5, GLM 4.6, NONE",
      "Llama, Llama2, NONE",
      "not adopted, nut adopted, NONE",
      "a big hotel, no big hotel, NONE",
      "don’t accept, dont accept, NONE",
      "irrelevant, relevant, NONE",
      "relevant, irrelevant, NONE",
      "global relevance, global irrelevance, NONE",
      "global relevance, global irelevance, NONE",
      "global relevance, globel relevence, TYPO",
      "variable, invariable, NONE",
      "monetisation, demonetization, NONE",
      "monetization, demonetisation, NONE",
      "typical case, atypical case, NONE",
      "atypical case, typical case, NONE",
      "utility, inutility, NONE",
      "adoption, nonadoption, NONE",
      "agility, gility, TYPO", // "gility" is no word that "a" would negate
      "deliberate choice, diliberate choice, TYPO",
      // no slip where another word of the language is meant, or may be
      "immediately, imediately, TYPO",
      "irrelevant, irelevant, TYPO",
      "founder, funder, NONE",
      "founder, foundr, TYPO",
      "utility, futility, NONE",
      "casual chat, causal chat, NONE",
      "fame, farm, NONE",
      "fame, famr, NONE", // fame or farm?
      "fame, fam, NONE", // fame, fan or far?
      "fame, fmae, TYPO",
      "trust, tust, NONE", // trust, must or just?
      "public trust, public tust, TYPO", // plain from its neighbour
      "trust, trsut, TYPO",
      "scepticism, scepticsm, TYPO",
      // one answer in its other forms: article, number, hyphen, both spellings of English
      "interview, an interview, EXACT",
      "the weights, weight, EXACT",
      "chatbot, Chatbots, EXACT",
      "coding assistants, the coding assistant, EXACT",
      "DeepSeek R1, DeepSeek-R1, EXACT",
      "DeepSeek R1, deepseekr1, EXACT",
      "DeepSeek R1, DeepSeek-R2, NONE",
      "feedback loop, feed-back loop, EXACT",
      "fine-tuning, finetuning, EXACT",
      "fine-tuning, fine tunning, TYPO",
      "monetisation, monetization, EXACT",
      "scepticism, skepticism, EXACT",
      "theatre, theater, EXACT",
      "modelling, modeling, EXACT",
      "organisational behaviour, organizational behavior, EXACT",
      "company, companies, EXACT",
      "founder, founders', EXACT",
      "silos, silos., EXACT",
      "?, !, NONE",
      "silos, '\"Silos\"!', EXACT",
      "Jordan Schneider, 'Schneider, Jordan', NONE",
      "GLM 4.5, GLM 4.5., EXACT",
      "GLM 4.5, GLM 45, NONE",
      "a, the, NONE",
      "'', anything, NONE",
    })
    void matches(String answer, String typed, Match match) {
      assertThat(grade(key(answer), typed).match()).as(answer + " / " + typed).isEqualTo(match);
    }

    @Test
    void anyAcceptedWordingCounts() {
      TypedKey key = new TypedKey("An interview", List.of("a conversation"), List.of(), true);
      assertThat(grade(key, "A conversation")).isEqualTo(new Outcome(1, Match.EXACT, null));
      assertThat(grade(key, "a conversatoin").match()).isEqualTo(Match.TYPO);
    }

    @Test
    void aSlipIsNotForgivenWhereAnAuthorTurnsItOff() {
      TypedKey key = new TypedKey("fame", List.of(), List.of(), false);
      assertThat(grade(key, "fmae").match()).isEqualTo(Match.NONE);
      assertThat(grade(key, "FAME").match()).isEqualTo(Match.EXACT);
    }

    @ParameterizedTest
    @CsvSource({
      "causal, EXACT",
      "casual, LISTED_WRONG", // one swap from the key
      "caussal, TYPO",
      "csual, LISTED_WRONG", // one edit from both
      "closed weights, LISTED_WRONG",
      "closd weights, LISTED_WRONG", // a slip from the listed answer
      "cool, NONE"
    })
    void aListedWrongAnswerIsNeverForgiven(String typed, Match match) {
      TypedKey key =
          new TypedKey(
              "causal",
              List.of(),
              List.of(
                  new WrongAnswer("casual", "the look-alike"),
                  new WrongAnswer("closed weights", "the opposite")),
              true);
      Outcome outcome = grade(key, typed);
      assertThat(outcome.match()).isEqualTo(match);
      assertThat(outcome.why() != null).isEqualTo(match == Match.LISTED_WRONG);
    }

    @Test
    void theLearnerHasTheLastWord() {
      Outcome overruled =
          Grading.outcome(recall(key("fame")), new Response.Typed("being famous", true));
      assertThat(overruled).isEqualTo(new Outcome(1, Match.OVERRULED, null));
    }

    @Test
    void overrulingARightAnswerChangesNothing() {
      assertThat(Grading.outcome(recall(key("fame")), new Response.Typed("Fame", true)).match())
          .isEqualTo(Match.EXACT);
    }

    @Test
    void anEmptyAnswerCannotBeOverruled() {
      assertThat(Grading.outcome(recall(key("fame")), new Response.Typed("  ", true)).right())
          .isFalse();
    }

    @Test
    void refusesPicksForATypedQuestion() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Grading.outcome(recall(key("fame")), new Response.Picked(Set.of("a"))));
    }
  }

  static TypedKey key(String answer) {
    return new TypedKey(answer, List.of(), List.of(), true);
  }

  static Question recall(TypedKey key) {
    return new Question.Recall("q", "kp", "What?", key, "e");
  }

  private static Outcome grade(TypedKey key, String typed) {
    return Grading.outcome(recall(key), new Response.Typed(typed, false));
  }
}
