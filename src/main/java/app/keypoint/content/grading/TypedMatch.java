package app.keypoint.content.grading;

import app.keypoint.content.Response;
import app.keypoint.content.TypedKey;
import app.keypoint.content.TypedKey.WrongAnswer;
import app.keypoint.content.grading.Outcome.Match;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares a typed answer with its key.
 *
 * <p>Texts are equal when their {@linkplain #normalise normal forms} are, or differ in {@linkplain
 * EnglishForm form} alone. Slips are forgiven up to one edit for an accepted answer longer than 3
 * characters, two for one longer than 9, where an edit inserts, drops or replaces a character or
 * swaps two neighbours; never when that {@linkplain Slip turns the meaning}, and never when the
 * input is as near to a listed wrong answer.
 */
public final class TypedMatch {

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final int MAX_ALLOWANCE = 2;

  /** In Chinese a character is a word: one that is wrong is a slip in a whole phrase only. */
  private static final int LONG_IN_HAN = 6;

  private TypedMatch() {}

  /**
   * The form in which answers are compared: NFKC, spaces trimmed and collapsed, case folded,
   * accents stripped, the quotes and dashes that keyboards substitute made plain, and Chinese in
   * its {@linkplain HanForm simplest form}.
   */
  public static String normalise(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT) // there and back, so that ß, ẞ and final sigma fold too
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT)
            .replace('ς', 'σ')
            .replaceAll("[‘’‛ʼ`]", "'")
            .replaceAll("[“”„]", "\"")
            .replaceAll("[‐‑‒–—−]", "-");
    // Only the common combining marks: in other scripts a mark is part of the letter.
    String plain =
        ACCENTS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
    String form = HanForm.of(collapsed(Normalizer.normalize(plain, Normalizer.Form.NFKC)));
    return collapsed(form).strip();
  }

  private static String collapsed(String text) {
    return SPACES.matcher(text).replaceAll(" ");
  }

  /**
   * Of each blank its own text. Who says that they were right says so of all, and of none as long
   * as one is empty.
   */
  static Outcome outcome(List<TypedKey> keys, Response.Typed response) {
    List<String> inputs = response.texts().stream().map(TypedMatch::normalise).toList();
    boolean overruled = response.overruled() && inputs.stream().noneMatch(String::isEmpty);
    return Outcome.of(
        IntStream.range(0, keys.size())
            .mapToObj(i -> outcome(keys.get(i), inputs.get(i), overruled))
            .toList());
  }

  private static Outcome outcome(TypedKey key, String input, boolean overruled) {
    if (input.isEmpty()) {
      return new Outcome(0, Match.NONE, null);
    }
    Outcome graded = graded(key, input);
    return overruled && !graded.right() ? new Outcome(1, Match.OVERRULED, graded.why()) : graded;
  }

  private static Outcome graded(TypedKey key, String input) {
    List<Near> rights =
        Stream.concat(Stream.of(key.answer()), key.accept().stream())
            .map(answer -> Near.of(input, answer))
            .toList();
    if (rights.stream().anyMatch(Near::exact)) {
      return new Outcome(1, Match.EXACT, null);
    }
    OptionalInt slip =
        rights.stream().filter(right -> key.typos() && right.forgiven).mapToInt(Near::edits).min();
    boolean sameForm = rights.stream().anyMatch(Near::sameForm);
    for (WrongAnswer wrong : key.wrong()) {
      Near near = Near.of(input, wrong.text());
      if (near.exact()
          || (!sameForm
              && (near.sameForm
                  || (slip.isPresent()
                      ? near.edits <= slip.getAsInt()
                      : key.typos() && near.forgiven)))) {
        return new Outcome(0, Match.LISTED_WRONG, wrong.why());
      }
    }
    if (sameForm) {
      return new Outcome(1, Match.EXACT, null);
    }
    return slip.isPresent() ? new Outcome(1, Match.TYPO, null) : new Outcome(0, Match.NONE, null);
  }

  /** How near an input is to a listed answer, and whether such a slip is forgiven there. */
  private record Near(int edits, boolean sameForm, boolean forgiven) {
    static Near of(String input, String listed) {
      String target = normalise(listed);
      int edits = distance(input, target);
      return new Near(
          edits,
          EnglishForm.of(input).equals(EnglishForm.of(target)),
          edits <= allowance(target)
              && Slip.keepsMeaning(input, target)
              && HanForm.keepsMeaning(input, target));
    }

    boolean exact() {
      return edits == 0;
    }
  }

  /**
   * Damerau-Levenshtein distance in code points, each pair of neighbours swapped at most once
   * (optimal string alignment). Texts whose lengths differ by more than any allowance are simply
   * far. (Commons Text 1.15 has one too, but it holds that texts beyond ASCII differ from
   * themselves.)
   */
  static int distance(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    if (Math.abs(a.length - b.length) > MAX_ALLOWANCE) {
      return Math.max(a.length, b.length);
    }
    int[][] d = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
        }
      }
    }
    return d[a.length][b.length];
  }

  private static int allowance(String answer) {
    int length = answer.codePointCount(0, answer.length());
    if (HanForm.has(answer)) {
      return length > LONG_IN_HAN ? 1 : 0;
    }
    return length > 9 ? MAX_ALLOWANCE : length > 3 ? 1 : 0;
  }
}
