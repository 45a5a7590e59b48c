package app.keypoint.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Finding;
import app.keypoint.content.format.YamlTree;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LintTest {

  /** Without a finding; each rule is tried by one change that trips it and one that does not. */
  static final String CLEAN =
      """
      schema: 1
      id: bees
      title: Bees
      position: 1
      article: {title: On bees, author: A keeper, section: The hive}
      keyPoints:
        - id: kp-dance
          title: The dance
          topic: How bees speak
          text: A bee that found nectar dances, and the dance tells the others the way.
          paragraph: 1
        - id: kp-queen
          title: The queen
          topic: Who lays eggs
          text: One queen lays the eggs of a hive; the workers feed her.
      questions:
        - id: bee-1
          type: single
          keyPoint: kp-dance
          stem: What does a forager tell the hive by dancing?
          options:
            - {id: a, text: The way to food, correct: true}
            - {id: b, text: The age of eggs, why: Eggs are the nurses' concern.}
            - {id: c, text: The rank she has, why: Workers have no ranks.}
          explanation: The first paragraph says that the dance shows direction and distance.
        - id: bee-2
          type: recall
          keyPoint: kp-dance
          stem: What is danced in front of the others after a find?
          answer: A figure of eight
          accept: [figure of eight]
          wrong:
            - {text: a circle, why: Round dances are for sources nearby.}
          explanation: The first paragraph describes how she flies.
        - id: bee-3
          type: multi
          keyPoint: kp-queen
          stem: Which tasks fall to workers?
          options:
            - {id: a, text: Feeding her, correct: true}
            - {id: b, text: Nursing, correct: true}
            - {id: c, text: Egg laying, why: The queen lays them.}
            - {id: d, text: Mating, why: That is for drones.}
          explanation: The second paragraph lists what workers do.
        - id: bee-4
          type: cloze
          keyPoint: kp-queen
          stem: "All eggs of a colony come from its {{queen::one insect}}."
          accept: [monarch, mother]
          wrong:
            - {text: drone, why: Drones are male.}
          explanation: The second paragraph says so.
      """;

  /** The same with a cloze of two blanks. */
  static final String TWO_BLANKS =
      CLEAN
          .replace("{{queen::one insect}}.", "{{queen}} by {{mating::in flight}}.")
          .replace(
              """
                  accept: [monarch, mother]
                  wrong:
                    - {text: drone, why: Drones are male.}
              """,
              """
                  blanks:
                    - accept: [monarch, mother]
                      wrong:
                        - {text: drone, why: Drones are male.}
                    - accept: [copulation]
              """);

  static Stream<Arguments> rules() {
    return Stream.of(
        // Errors of structure
        rule(
            "explanation",
            "    explanation: The second paragraph says so.\n",
            "",
            "    explanation: So.\n"),
        rule("explanation", "The second paragraph says so.", "\" \"", "So."),
        rule("distractor-why", ", why: The queen lays them.", "", ", correct: true"),
        rule("distractor-why", ", why: Drones are male.", "", ", why: No."),
        rule(
            "key-point",
            "    keyPoint: kp-queen\n    stem: Which",
            "    stem: Which",
            "    keyPoint: kp-dance\n    stem: Which"),
        rule(
            "key-point",
            "keyPoint: kp-queen\n    stem: Which",
            "keyPoint: kp-king\n    stem: Which",
            "keyPoint: kp-dance\n    stem: Which"),
        rule(
            "option-count",
            "      - {id: c, text: The rank she has, why: Workers have no ranks.}\n",
            "",
            "      - {id: c, text: The mood, why: No.}\n"),
        rule(
            "option-count",
            "      - {id: d, text: Mating",
            "      - {id: e, text: Sleeping, why: No.}\n      - {id: f, text: Waiting, why: No.}\n      - {id: d, text: Mating",
            "      - {id: e, text: Sleeping, why: No.}\n      - {id: d, text: Mating"),
        rule("unknown-key", "accept: [figure", "acccept: [figure", "accept: [a figure"),
        rule("unknown-key", "accept: [figure", "options: [figure", "accept: [the figure"),
        rule("missing", "title: Bees\n", "", "title: B\n"),
        rule("unknown-value", "type: multi", "type: many", "type: multi"),
        rule("wrong-type", "position: 1", "position: one", "position: 2"),
        rule("bad-id", "id: bee-4", "id: Bee 4", "id: bee-5"),
        rule("empty-list", "keyPoints:\n", "keyPoints: []\nquestionable:\n", "keyPoints:\n"),
        rule("too-long", "title: Bees", "title: " + "b".repeat(301), "title: " + "b".repeat(300)),
        rule("yaml", "title: Bees", "title: \"Bees", "title: \"Bees\""),
        rule("yaml", "title: Bees", "title: Bees\ntitle: Wasps", "title: Wasps"),
        rule("yaml", "title: Bees", "title: &x Bees", "title: Bees"),
        rule("yaml", "title: Bees", "title: \"Bees\\0\"", "title: \"Bees\\t\""),
        // Errors of content
        rule("duplicate-id", "id: bee-4", "id: bee-1", "id: bee-5"),
        rule("duplicate-id", "- id: kp-queen", "- id: kp-dance", "- id: kp-queen"),
        rule(
            "duplicate-option",
            "{id: d, text: Mating",
            "{id: c, text: Mating",
            "{id: e, text: Mating"),
        rule("duplicate-option", "text: Mating", "text: \"*nursing*\"", "text: Nursing drones"),
        rule(
            "duplicate-stem",
            "Which tasks fall to workers?",
            "what does a forager tell the  hive by *dancing*?",
            "What does a forager tell?"),
        rule("number-of-keys", "food, correct: true", "food, why: No", "food, correct: true"),
        rule(
            "number-of-keys",
            "why: Workers have no ranks.",
            "correct: true",
            "correct: false, why: No."),
        rule(
            "number-of-keys",
            "Feeding her, correct: true}\n      - {id: b, text: Nursing, correct: true",
            "Feeding her, why: No}\n      - {id: b, text: Nursing, why: No",
            "Feeding her, why: No}\n      - {id: b, text: Nursing, correct: true"),
        rule(
            "accepted-and-wrong",
            "text: a circle",
            "text: Figure  of EIGHT",
            "text: figure of nine"),
        rule("accepted-and-wrong", "text: drone", "text: Queen", "text: queens"),
        rule("cloze", "{{queen::one insect}}", "{{queen", "{{queen}}"),
        rule("cloze", "{{queen::one insect}}", "queen}}", "{{queen}}"),
        rule("cloze", "{{queen::one insect}}", "queen", "{{queen}}"),
        rule("cloze", "{{queen::one insect}}", "{{::one insect}}", "{{ queen :: one insect }}"),
        rule(
            "cloze",
            "{{queen::one insect}}",
            "{{a}} {{b}} {{c}} {{d}} {{e}}",
            "{{a}} {{b}} {{c}} {{d}}"),
        rule(
            "cloze",
            "stem: Which tasks fall",
            "stem: Which {{tasks}} fall",
            "stem: Which tasks fell"),
        // Warnings about options
        rule(
            "of-the-above",
            "text: The rank she has",
            "text: All of the above",
            "text: All of the flowers"),
        rule("of-the-above", "text: The rank she has", "text: None of the above.", "text: Nothing"),
        rule(
            "of-the-above",
            "text: The rank she has",
            "text: Both A and B",
            "text: A bee and a bear"),
        rule(
            "longest-key",
            "text: The way to food",
            "text: The way to the food that she has found",
            "text: The way to her food"),
        rule("absolute", "text: Mating", "text: Always mating", "text: Also mating"),
        rule("vague", "text: Mating", "text: Sometimes mating", "text: Timely mating"),
        rule("echo", "text: The way to food", "text: A forager's way", "text: The way out"),
        rule("number", "text: Egg laying", "text: Eggs", "text: Laying"),
        rule("punctuation", "text: Mating", "text: Mating.", "text: Mate"),
        rule(
            "numeric-order",
            "The way to food, correct: true}\n      - {id: b, text: The age of eggs, why: Eggs are the nurses' concern.}\n      - {id: c, text: The rank she has",
            "30 m, correct: true}\n      - {id: b, text: 100 m, why: No.}\n      - {id: c, text: 50 m",
            "\"1,000 m\", correct: true}\n      - {id: b, text: 100 m, why: No.}\n      - {id: c, text: 50 m"),
        // Warnings about stems
        rule(
            "negative-stem",
            "Which tasks fall to workers?",
            "Which tasks do not fall to workers?",
            "Which tasks do **not** fall to workers?"),
        rule(
            "negative-stem",
            "Which tasks fall to workers?",
            "Which tasks don't fall to workers?",
            "Which tasks do NOT fall to workers?"),
        rule(
            "ends-in-article",
            "What does a forager tell the hive by dancing?",
            "By dancing, a forager tells of a _____",
            "By dancing, a forager tells of a(n) _____"),
        rule("ends-in-article", "come from its {{", "come from a {{", "come from the {{"),
        rule(
            "long-stem",
            "Which tasks fall",
            "Which tasks" + " and chores".repeat(19) + " fall",
            "Which tasks" + " and chores".repeat(17) + " fall"),
        rule(
            "no-question",
            "Which tasks fall to workers?",
            "\"The tasks of workers are:\"",
            "Workers do ___"),
        // Warnings about typed answers
        rule(
            "yes-or-no",
            "What is danced in front of the others after a find?",
            "Is a circle danced after a find?",
            "Is it a circle or a figure that is danced?"),
        rule("yes-or-no", "answer: A figure of eight", "answer: \"yes\"", "answer: A figure"),
        rule(
            "long-answer",
            "answer: A figure of eight",
            "answer: A figure that looks like eight",
            "answer: A figure like an eight"),
        rule(
            "long-answer",
            "answer: A figure of eight",
            "answer: " + "x".repeat(41),
            "answer: " + "x".repeat(40)),
        rule("list", "What is danced", "Which two figures are danced", "Which figure is danced"),
        rule(
            "list",
            "answer: A figure of eight",
            "answer: \"A figure, a buzz\"",
            "answer: A figure"),
        rule(
            "blanks",
            "{{queen::one insect}}.\"",
            "{{queen::one insect}} by {{mating::in flight}}.\"",
            "{{queen::one insect}}.\""),
        rule(
            "blanks",
            "    accept: [monarch, mother]\n    wrong:\n      - {text: drone, why: Drones are male.}\n",
            "    blanks:\n      - accept: [monarch, mother]\n",
            ""),
        twoBlanks("blanks", "      - accept: [copulation]\n", "", "      - {}\n"),
        twoBlanks(
            "blanks",
            "      - accept: [copulation]\n",
            "      - {}\n      - {}\n",
            "      - accept: [copulating]\n"),
        twoBlanks("blanks", "  blanks:\n", "  accept: [x]\n    blanks:\n", "  blanks:\n"),
        twoBlanks(
            "unknown-key", "- accept: [copulation]", "- answer: mating", "- accept: [flight]"),
        twoBlanks("accepted-and-wrong", "text: drone", "text: mother", "text: nurse"),
        twoBlanks("cloze", "{{mating::in flight}}", "{{}}", "{{mating}}"),
        twoBlanks("blank-twice", "{{mating::in flight}}", "{{Queen}}", "{{mating}}"),
        twoBlanks(
            "which-first",
            "{{queen}} by {{mating::in flight}}",
            "{{queen}} and {{mating}}",
            "{{queen::who}} and {{mating::how}}"),
        twoBlanks("ends-in-article", "by {{mating", "by a {{mating", "by the {{mating"),
        twoBlanks("stop-word", "{{mating::in flight}}", "{{own}}", "{{mating}}"),
        rule("two-ideas", "{{queen::one insect}}", "{{queen and king}}", "{{queen bee}}"),
        rule("stop-word", "{{queen::one insect}}", "{{own}} queen", "{{queen}}"),
        // Cards that stand alone, and ask for ideas
        rule(
            "points-at-source",
            "What does a forager tell the hive by dancing?",
            "In the opening, what does a forager tell the hive by dancing?",
            "At the opening of the hive, what does a forager tell by dancing?"),
        rule(
            "points-at-source",
            "What does a forager tell the hive by dancing?",
            "What does a forager tell the hive by dancing, in the author's word?",
            "What word does a forager tell the hive by dancing?"),
        rule(
            "points-at-source",
            "Which tasks fall to workers?",
            "Which tasks fall to workers here?",
            "Which tasks fall to workers there?"),
        rule(
            "points-at-source",
            "Which tasks fall to workers?",
            "Which tasks does the section give to workers?",
            "Which tasks does a section of workers do?"),
        rule(
            "ordinary-word",
            "{{queen::one insect}}.\"\n    accept: [monarch, mother]",
            "{{workers}}.\"\n    accept: [nurses]",
            "{{workers}}.\"\n    accept: [nurses, sisters]"),
        rule(
            "ordinary-word",
            "{{queen::one insect}}.\"\n    accept: [monarch, mother]",
            "{{workers}}.\"",
            "{{workers}}.\"\n    exact: The name of their caste."),
        rule(
            "ordinary-word",
            "{{queen::one insect}}.\"\n    accept: [monarch, mother]",
            "{{hive}}.\"",
            "{{one}}.\""),
        rule(
            "answered-by-stem",
            "text: The way to food",
            "text: What foragers tell hives",
            "text: How foragers eat"),
        rule(
            "empty-explanation",
            "explanation: The second paragraph says so.",
            "explanation: \"The answer is the queen, says the second paragraph.\"",
            "explanation: \"The answer is the queen, for the others are barren.\""),
        rule("topic-tells", "topic: Who lays eggs", "topic: The queen", "topic: The rulers"),
        rule(
            "topic-tells",
            "topic: How bees speak",
            "topic: Why a figure of eight",
            "topic: Why a figure is flown"),
        rule(
            "options-give-away",
            "text: Nursing, correct: true",
            "text: Nursing eggs of the colony's queen, correct: true",
            "text: Nursing eggs, correct: true"),
        // Warnings about the file
        rule("no-topic", "    topic: How bees speak\n", "", "    topic: Dancing\n"),
        rule(
            "no-question-asked",
            "    keyPoint: kp-queen\n    stem: Which tasks fall to workers?",
            "    keyPoint: kp-dance\n    stem: Which tasks fall to workers?",
            "    keyPoint: kp-queen\n    stem: Which?",
            "keyPoint: kp-queen\n    stem: \"All",
            "keyPoint: kp-dance\n    stem: \"All"),
        rule(
            "choice-only",
            "keyPoint: kp-queen\n    stem: \"All",
            "keyPoint: kp-dance\n    stem: \"All",
            "keyPoint: kp-queen\n    stem: \"All"),
        rule(
            "gives-away",
            "Which tasks fall to workers?",
            "Which tasks fall to workers if a colony lost its eggs and its queen?",
            "Which tasks fall to workers if a colony lost its eggs?"),
        rule(
            "near-duplicate",
            "Which tasks fall to workers?",
            "What does a forager tell the whole hive by dancing?",
            "What does a nurse tell the larvae by feeding?"));
  }

  /** One change of the clean file whose cloze has two blanks. */
  private static Arguments twoBlanks(String rule, String from, String trips, String passes) {
    return Arguments.of(rule, changed(TWO_BLANKS, from, trips), changed(TWO_BLANKS, from, passes));
  }

  private static Arguments rule(
      String rule, String from, String trips, String passes, String... also) {
    String base = also.length == 0 ? CLEAN : changed(CLEAN, also[0], also[1]);
    return Arguments.of(rule, changed(base, from, trips), changed(CLEAN, from, passes));
  }

  private static String changed(String text, String from, String to) {
    assertThat(text).containsOnlyOnce(from);
    return text.replace(from, to);
  }

  @Test
  void theCleanFileHasNoFindings() {
    QuizFile file = QuizFile.parse("bees.yaml", CLEAN);
    assertThat(file.findings()).isEmpty();
    assertThat(file.ok()).isTrue();
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("rules")
  void trips(String rule, String trips, String passes) {
    assertThat(findings(trips))
        .filteredOn(finding -> finding.rule().equals(rule))
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.message()).isNotBlank().endsWith(".");
              assertThat(finding.advice()).isNotBlank().endsWith(".");
              assertThat(finding.line()).isBetween(1, (int) trips.lines().count());
            });
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("rules")
  void passes(String rule, String trips, String passes) {
    assertThat(findings(passes)).extracting(Finding::rule).doesNotContain(rule);
  }

  @Test
  void aCleanFileWithTwoBlanksHasNoFindings() {
    assertThat(findings(TWO_BLANKS)).isEmpty();
  }

  @Test
  void answersOfNoBlankAreNamedWhereTheyStand() {
    assertThat(findings(changed(TWO_BLANKS, "[copulation]\n", "[copulation]\n      - {}\n")))
        .singleElement()
        .hasToString(
            "bees.yaml:54:9: error in bee-4: There is no blank for this: the stem has 2. Give one"
                + " entry for each blank in their order, `{}` where there is nothing to add."
                + " [blanks]");
  }

  @Test
  void aTermThatTheFileListsMayBeAskedFor() {
    String asked =
        changed(
            CLEAN,
            "{{queen::one insect}}.\"\n    accept: [monarch, mother]",
            "{{workers}}.\"\n    accept: [nurses]");
    assertThat(rules(asked)).contains("ordinary-word");
    assertThat(rules(changed(asked, "position: 1", "position: 1\nterms: [Workers]")))
        .doesNotContain("ordinary-word");
  }

  @Test
  @DisplayName("a key that is the longest option in more than 40 % of the questions")
  void longestKeyHabit() {
    assertThat(rules(many(10, i -> i < 5 ? "Longest option" : "Short", i -> i % 3)))
        .contains("longest-key-habit");
    assertThat(rules(many(10, i -> i < 4 ? "Longest option" : "Short", i -> i % 3)))
        .doesNotContain("longest-key-habit");
  }

  @Test
  @DisplayName("keys that sit in one position more often than chance would have it")
  void keyPositionHabit() {
    assertThat(rules(many(12, i -> "Short", i -> 0))).contains("key-position-habit");
    assertThat(rules(many(12, i -> "Short", i -> i % 3))).doesNotContain("key-position-habit");
  }

  @Test
  void namesPlaceAndQuestion() {
    List<Finding> findings =
        findings(changed(CLEAN, "{id: d, text: Mating", "{id: d, text: Nursing"));
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst())
        .hasToString(
            "bees.yaml:43:17: error in bee-3: Options `b` and `d` say the same."
                + " Reword or remove one of them. [duplicate-option]");
  }

  @Test
  void namesThePlaceWhereYamlBreaks() {
    assertThat(
            findings(
                changed(
                    CLEAN,
                    "options:\n      - {id: a, text: The",
                    "options: [\n      - {id: a, text: The")))
        .singleElement()
        .matches(finding -> finding.error() && finding.line() >= 21 && finding.line() <= 23);
  }

  @Test
  void goesOnHelpingWithTheQuestionsThatCanBeRead() {
    String broken = changed(CLEAN, "    explanation: The second paragraph says so.\n", "");
    String worse = changed(broken, "text: Mating", "text: Always mating");
    assertThat(rules(worse)).contains("explanation", "absolute");
    assertThat(QuizFile.parse("bees.yaml", worse).quiz()).isNull();
  }

  @Test
  void anIncompletePartHidesNothingAboutTheOthers() {
    String hints =
        changed(CLEAN, "    topic: How bees speak\n", "")
            .replace("topic: Who lays eggs", "topic: The queen and her eggs")
            .replace("[monarch, mother]", "[mother]");
    List<String> all =
        List.of("no-topic", "topic-tells", "ordinary-word", "lost-passage", "no-question-asked");
    String article =
        changed(hints, "section: The hive}", "section: The hive, text: Bees dance.}")
            .replace(
                "  - id: kp-queen",
                """
                  - id: kp-drone
                    title: Drones
                    topic: Who does not work
                    text: Drones do not work.
                    passage: Drones are idle.
                  - id: kp-queen"""
                    .indent(2)
                    .stripTrailing());
    assertThat(rules(article)).containsAll(all);

    String begun = article + "  - {id: bee-5, type: single, keyPoint: kp-queen}\n";
    assertThat(QuizFile.parse("bees.yaml", begun).quiz()).isNull();
    assertThat(rules(begun)).containsAll(all).doesNotContain("choice-only", "key-point");
    assertThat(rules(changed(article, "title: Bees\n", ""))).containsAll(all);
    assertThat(rules(changed(article, "    text: Drones do not work.\n", "")))
        .contains("missing", "no-topic", "topic-tells", "ordinary-word", "lost-passage");
  }

  @Test
  void aQuestionAboutAKeyPointThatIsNotCompleteIsNotLost() {
    assertThat(rules(changed(CLEAN, "    title: The queen\n", "")))
        .contains("missing")
        .doesNotContain("key-point");
    assertThat(
            rules(
                changed(
                    CLEAN,
                    "keyPoint: kp-queen\n    stem: Which",
                    "keyPoint: kp-king\n    stem: Which")))
        .contains("key-point");
  }

  @Test
  void refusesWhatWouldBlowUp() {
    assertThat(rules("[".repeat(100_000))).containsExactly("yaml");
    assertThat(rules("a: " + "b".repeat(YamlTree.MAX_LENGTH))).containsExactly("yaml");
    assertThat(rules("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]")).containsExactly("yaml");
    assertThat(rules("")).containsExactly("yaml");
    assertThat(rules("just text")).isNotEmpty();
    assertThat(rules("[1, 2]")).isNotEmpty();
    assertThat(rules("a: !!java.net.URL [x]")).isNotEmpty();
    assertThat(rules("--- 1\n--- 2")).containsExactly("yaml");
  }

  private static List<Finding> findings(String text) {
    return QuizFile.parse("bees.yaml", text).findings();
  }

  private static List<String> rules(String text) {
    return findings(text).stream().map(Finding::rule).toList();
  }

  private static String many(
      int count,
      java.util.function.IntFunction<String> key,
      java.util.function.IntUnaryOperator at) {
    String head = CLEAN.substring(0, CLEAN.indexOf("  - id: bee-1"));
    return head
        + IntStream.range(0, count)
            .mapToObj(
                i ->
                    """
                      - id: q-%d
                        type: single
                        keyPoint: kp-dance
                        stem: What number %d?
                        options:
                    %s    explanation: So.
                    """
                        .formatted(i, i, options(key.apply(i), at.applyAsInt(i))))
            .collect(Collectors.joining());
  }

  private static String options(String key, int at) {
    return IntStream.range(0, 3)
        .mapToObj(
            i ->
                i == at
                    ? "      - {id: o%d, text: %s, correct: true}\n".formatted(i, key)
                    : "      - {id: o%d, text: Distractor %d, why: No.}\n".formatted(i, i))
        .collect(Collectors.joining());
  }
}
