package app.keypoint.identity.internal.password;

import app.keypoint.identity.internal.account.AccountRules;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Passwords that are tried first: those of the {@link CommonPasswords}, also with digits and signs
 * around them or in the place of letters, those that consist of the person's or the product's names
 * and little else, and runs along the alphabet or the digits.
 */
public final class Guessable {

  /** Words of this product and of what people are here for. */
  private static final Set<String> CONTEXT =
      Set.of("keypoint", "quiz", "review", "learner", "instructor", "password", "passwort", "密码");

  /** A shorter part of a name is in too many words. */
  private static final int SHORTEST_NAME = 3;

  /** So few characters beside names are no secret. */
  private static final int TOO_LITTLE = 5;

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Pattern AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final String LOOKS = "@4310$57!";
  private static final String MEANS = "aaeiossti";

  private Guessable() {}

  /** Whether it is one of the common ones, or one in disguise. */
  public static boolean common(String password) {
    String plain = AccountRules.folded(password);
    String core = AROUND.matcher(plain).replaceAll("");
    return Stream.of(plain, SIGNS.matcher(plain).replaceAll(""), core, letters(core))
        .filter(text -> !text.isEmpty())
        .anyMatch(CommonPasswords::contain);
  }

  /**
   * Whether it is little but names and words that somebody would guess, a run or a repetition.
   *
   * @param names the person's own, as they stand
   */
  public static boolean obvious(String password, String... names) {
    String plain = SIGNS.matcher(AccountRules.folded(password)).replaceAll("");
    if (plain.chars().distinct().count() <= 3 || isRun(plain)) {
      return true;
    }
    String rest = plain;
    for (String word : words(names)) {
      rest = rest.replace(word, "");
    }
    return rest.length() < plain.length()
        && (AROUND.matcher(rest).replaceAll("").length() < TOO_LITTLE
            || CommonPasswords.contain(rest));
  }

  /** Longest first, so that a whole name goes before its parts. */
  private static List<String> words(String... names) {
    return Stream.concat(
            CONTEXT.stream(),
            Arrays.stream(names)
                .map(AccountRules::folded)
                .flatMap(
                    name ->
                        Stream.concat(
                            Stream.of(SIGNS.matcher(name).replaceAll("")),
                            Arrays.stream(NOT_LETTERS.split(name)))))
        .filter(
            word ->
                word.length() >= SHORTEST_NAME
                    || word.codePoints().anyMatch(Character::isIdeographic))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** Whether all but two of its steps are from a character to a neighbour of it. */
  private static boolean isRun(String plain) {
    int leaps = 0;
    for (int i = 1; i < plain.length(); i++) {
      char before = plain.charAt(i - 1);
      char here = plain.charAt(i);
      boolean fromNineToZero = Math.min(before, here) == '0' && Math.max(before, here) == '9';
      if (Math.abs(here - before) > 1 && !fromNineToZero) {
        leaps++;
      }
    }
    return plain.length() > 3 && leaps <= 2 && leaps * 4 < plain.length();
  }

  private static String letters(String core) {
    StringBuilder read = new StringBuilder(core.length());
    for (char c : core.toCharArray()) {
      int sign = LOOKS.indexOf(c);
      read.append(sign < 0 ? c : MEANS.charAt(sign));
    }
    return read.toString();
  }
}
