package app.keypoint.content.lint;

import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.format.Report;
import app.keypoint.content.grading.TypedMatch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rules about the options of one question. */
final class OptionRules {

  private static final Pattern OF_THE_ABOVE =
      Pattern.compile(
          "(?i)\\b(all|none|both|neither|any|some|two)\\b( of)? (the|these|those)"
              + " (above|below|others?|options|answers|choices)\\b.*|(all|none) of (these|them|the"
              + " above)");
  private static final Pattern A_AND_B =
      Pattern.compile(
          "(?i)(both |only |neither )?\\(?[a-e]\\)?((,|,? and|,? or|,? nor| &) \\(?[a-e]\\)?)+("
              + " only)?\\.?");
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(?i)\\b(always|never|all|none|every|everyone|everybody|everything|nobody|nothing|only"
              + "|entirely|completely|totally|impossible)\\b");
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?i)\\b(often|usually|sometimes|frequently|rarely|occasionally|generally|many|some"
              + "|several|few|various|probably)\\b");
  private static final Pattern NUMERIC =
      Pattern.compile("(\\D{0,20}?)(\\d+(?:[.,]\\d+)*)(\\D{0,20})");

  private OptionRules() {}

  /** Error: two options with one id, or that say the same. */
  static void duplicates(Item item, Report report) {
    if (!(item.question() instanceof Question.Choice choice)) {
      return;
    }
    Set<String> ids = new HashSet<>();
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < choice.options().size(); i++) {
      Option option = choice.options().get(i);
      if (!ids.add(option.id())) {
        report.error(
            "duplicate-option",
            item.pointer() + "/options/" + i + "/id",
            "Two options have the id `" + option.id() + "`.",
            "Give one of them another id.");
      }
      String other = texts.putIfAbsent(TypedMatch.normalise(item.options().get(i)), option.id());
      if (other != null) {
        report.error(
            "duplicate-option",
            item.atOption(i),
            "Options `" + other + "` and `" + option.id() + "` say the same.",
            "Reword or remove one of them.");
      }
    }
  }

  /** Error: not exactly one key in single, none in multi. */
  static void numberOfKeys(Item item, Report report) {
    int keys = item.options(true).size();
    if (item.question() instanceof Question.Single && keys != 1) {
      report.error(
          "number-of-keys",
          item.at("options"),
          keys == 0 ? "No option is right." : keys + " options are right.",
          "Mark exactly one option `correct: true`, or make the type `multi`.");
    } else if (item.question() instanceof Question.Multi && keys == 0) {
      report.error(
          "number-of-keys",
          item.at("options"),
          "No option is right.",
          "Mark each right option `correct: true`.");
    }
  }

  /** Warning: options that speak of other options, whose order is not fixed. */
  static void ofTheAbove(Item item, Report report) {
    for (int i = 0; i < item.options().size(); i++) {
      String text = item.options().get(i);
      if (OF_THE_ABOVE.matcher(text).matches() || A_AND_B.matcher(text).matches()) {
        report.warn(
            "of-the-above",
            item.atOption(i),
            "The option speaks of other options, and options are shown in any order.",
            "Say what it means in words, or make the type `multi`.");
      }
    }
  }

  /** Warning: the key stands out by its length. */
  static void longestIsKey(Item item, Report report) {
    int key = longest(item.options(true));
    int distractor = longest(item.options(false));
    if (distractor > 0 && 4 * distractor < 3 * key) {
      report.warn(
          "longest-key",
          item.at("options"),
          "The right option is by far the longest.",
          "Shorten it, or make a distractor as detailed.");
    }
  }

  /** Warning: words that test-wise readers take for a sign. */
  static void absoluteOrVague(Item item, Report report) {
    for (int i = 0; i < item.options().size(); i++) {
      report(item, i, ABSOLUTE, "absolute", "an absolute, which readers take for wrong", report);
      report(item, i, VAGUE, "vague", "a vague quantity, which readers take for right", report);
    }
  }

  private static void report(
      Item item, int option, Pattern pattern, String rule, String what, Report report) {
    Matcher matcher = pattern.matcher(item.options().get(option));
    if (matcher.find()) {
      report.warn(
          rule,
          item.atOption(option),
          "“" + matcher.group() + "” is " + what + ".",
          "Say it without, or with a figure.",
          matcher.group());
    }
  }

  /**
   * Warning: half of the key's words or more stand in the stem, and far fewer of any distractor's.
   */
  static void answeredByStem(Item item, Report report) {
    if (item.key() < 0) {
      return;
    }
    Set<String> stem = Words.roots(item.prompt());
    double key = shareIn(stem, item.options().get(item.key()));
    double distractor =
        item.options(false).stream().mapToDouble(text -> shareIn(stem, text)).max().orElse(0);
    if (key >= 0.5 && key >= 2 * distractor) {
      report.warn(
          "answered-by-stem",
          item.at("stem"),
          "The stem says in other words what only the right option says.",
          "Ask without telling, or let distractors take up the stem's words as well.");
    }
  }

  /** Which part of an option's words the stem has; one word alone says nothing. */
  private static double shareIn(Set<String> stem, String option) {
    Set<String> words = Words.roots(option);
    long shared = words.stream().filter(stem::contains).count();
    return shared < 2 ? 0 : (double) shared / words.size();
  }

  /** Warning: among short options, one is plural and the rest singular, or the other way round. */
  static void number(Item item, Report report) {
    List<List<String>> words = item.options().stream().map(Words::of).toList();
    if (words.isEmpty() || words.stream().anyMatch(w -> w.isEmpty() || w.size() > 2)) {
      return;
    }
    List<Integer> plurals =
        IntStream.range(0, words.size())
            .filter(i -> Words.plural(words.get(i).getLast()))
            .boxed()
            .toList();
    int odd =
        plurals.size() == 1
            ? plurals.getFirst()
            : plurals.size() == words.size() - 1
                ? IntStream.range(0, words.size())
                    .filter(i -> !plurals.contains(i))
                    .findFirst()
                    .orElseThrow()
                : -1;
    if (odd >= 0) {
      report.warn(
          "number",
          item.atOption(odd),
          "This option differs from the others in number.",
          "Make all options singular or all plural.");
    }
  }

  /** Warning: some options end in punctuation and some do not. */
  static void punctuation(Item item, Report report) {
    List<String> ends = item.options().stream().map(OptionRules::end).toList();
    if (ends.stream().distinct().count() > 1) {
      report.warn(
          "punctuation",
          item.at("options"),
          "The options end in different punctuation.",
          "End all of them alike.");
    }
  }

  private static String end(String text) {
    String last = text.isEmpty() ? "" : text.substring(text.length() - 1);
    return ".,;:!?…。！？".contains(last) ? last : "";
  }

  /** Warning: numbers with the same words around them neither rise nor fall. */
  static void numericOrder(Item item, Report report) {
    List<Matcher> matchers = item.options().stream().map(NUMERIC::matcher).toList();
    if (matchers.size() < 3 || !matchers.stream().allMatch(Matcher::matches)) {
      return;
    }
    if (matchers.stream().map(m -> m.group(1) + "#" + m.group(3)).distinct().count() > 1) {
      return;
    }
    List<Double> numbers = matchers.stream().map(m -> Double.valueOf(plain(m.group(2)))).toList();
    List<Double> rising = numbers.stream().sorted().toList();
    if (!numbers.equals(rising) && !numbers.equals(rising.reversed())) {
      report.warn(
          "numeric-order",
          item.at("options"),
          "The numbers are not in order.",
          "List them from least to greatest.");
    }
  }

  /** A comma parts thousands; of more than one point, all but the first go. */
  private static String plain(String number) {
    String digits = number.replace(",", "");
    int point = digits.indexOf('.');
    return point < 0
        ? digits
        : digits.substring(0, point + 1) + digits.substring(point + 1).replace(".", "");
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
