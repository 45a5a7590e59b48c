package app.keypoint.content.grading;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What English answers have in common that differ in form alone: article, number, hyphens, spaces
 * and punctuation, and the two spellings of the language. For comparing only: it need not be a
 * word.
 */
final class EnglishForm {

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final Pattern BREAK = Pattern.compile("[ /,;:!?\"()-]+|\\.(?= |$)");
  private static final Pattern GENITIVE = Pattern.compile("'s$|(?<=s)'$");
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");

  /** The American spelling of what the British one has, by the endings and stems that differ. */
  private static final List<Spelling> AMERICAN =
      List.of(
          Spelling.of("(?<=[a-z]{3})is(?=(e|ed|es|er|ers|ing|able)$|ation)", "iz"),
          Spelling.of("(?<=[a-z]{2})ys(e|ed|es|er|ers|ing)$", "yz$1"),
          Spelling.of("(?<=[a-z]{2})our", "or"),
          Spelling.of("(?<=[a-z]{2})tre$", "ter"),
          Spelling.of("(?<=[a-z]{3})ogue$", "og"),
          Spelling.of("(?<=[a-z]{3})ence$", "ense"),
          Spelling.of("(?<=[a-z]{2})ll(ed|er|ers|ing)$", "l$1"),
          Spelling.of("^sceptic", "skeptic"),
          Spelling.of("oeuvr", "euver"),
          Spelling.of("programme$", "program"));

  private EnglishForm() {}

  /** The form of a {@linkplain TypedMatch#normalise normalised} text. */
  static String of(String normalised) {
    String form = words(normalised).stream().map(EnglishForm::word).collect(Collectors.joining());
    return form.isEmpty() ? normalised : form;
  }

  /** Its words without a leading article. */
  static List<String> words(String normalised) {
    List<String> words =
        Arrays.stream(BREAK.split(normalised)).filter(word -> !word.isEmpty()).toList();
    return words.size() > 1 && ARTICLES.contains(words.getFirst())
        ? words.subList(1, words.size())
        : words;
  }

  /** The form of a single word. */
  static String word(String word) {
    String bare = GENITIVE.matcher(word).replaceAll("");
    if (!LETTERS.matcher(bare).matches()) {
      return bare;
    }
    String form = Vocabulary.singular(bare);
    for (Spelling spelling : AMERICAN) {
      form = spelling.british.matcher(form).replaceAll(spelling.american);
    }
    return form;
  }

  private record Spelling(Pattern british, String american) {
    static Spelling of(String british, String american) {
      return new Spelling(Pattern.compile(british), american);
    }
  }
}
