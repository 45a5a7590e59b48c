package app.keypoint.content.grading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a text that is nearly an answer is that answer with a slip, or means another thing. */
final class Slip {

  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(no|not|non|never|none|nor|neither|nobody|nothing|nowhere|without|cannot)\\b|n't\\b");
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");

  /** Prefixes that negate or reverse. */
  private static final List<String> PREFIXES =
      List.of("un", "in", "im", "il", "ir", "de", "dis", "non", "a");

  /** A single word up to this length has so many neighbours that a slip may be in one of theirs. */
  private static final int SHORT = 5;

  private Slip() {}

  /** Whether a normalised input may be forgiven for a normalised answer, as far as meaning goes. */
  static boolean keepsMeaning(String input, String answer) {
    if (Stream.of(input, answer)
        .anyMatch(s -> DIGIT.matcher(s).find() || NEGATION.matcher(s).find())) {
      return false;
    }
    List<String> typed = EnglishForm.words(input);
    List<String> meant = EnglishForm.words(answer);
    if (meant.size() == 1 && typed.size() == 1 && ambiguous(typed.getFirst(), meant.getFirst())) {
      return false;
    }
    return typed.size() == meant.size()
        ? IntStream.range(0, meant.size()).allMatch(i -> keepsWord(typed.get(i), meant.get(i)))
        : keepsWord(String.join("", typed), String.join("", meant));
  }

  private static boolean keepsWord(String typed, String meant) {
    if (EnglishForm.word(typed).equals(EnglishForm.word(meant))
        || !LETTERS.matcher(typed).matches()) {
      return true;
    }
    return !Vocabulary.knows(typed) && !reverses(typed, meant);
  }

  /** Whether it is as near to the answer's opposite as to the answer. */
  private static boolean reverses(String typed, String meant) {
    int edits = TypedMatch.distance(typed, meant);
    for (String prefix : PREFIXES) {
      String longer = prefix + meant;
      boolean added =
          typed.equals(longer)
              || (Vocabulary.knows(longer) && TypedMatch.distance(typed, longer) <= edits);
      String shorter = meant.startsWith(prefix) ? meant.substring(prefix.length()) : "";
      boolean taken = Vocabulary.knows(shorter) && TypedMatch.distance(typed, shorter) < edits;
      if (added || taken) {
        return true;
      }
    }
    return false;
  }

  /** Whether a slip in another word would have given the same; two letters swapped are plain. */
  private static boolean ambiguous(String typed, String meant) {
    return meant.length() <= SHORT
        && LETTERS.matcher(typed).matches()
        && !sorted(typed).equals(sorted(meant))
        && Vocabulary.anyWithinOneEdit(
            typed, word -> !EnglishForm.word(word).equals(EnglishForm.word(meant)));
  }

  private static String sorted(String word) {
    return word.chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
