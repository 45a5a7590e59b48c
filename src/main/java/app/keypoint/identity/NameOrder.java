package app.keypoint.identity;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order of a list of people, the same on every screen, in every file and on every database: by
 * name in any case, letters with marks beside those without, and by id where names are the same.
 */
public final class NameOrder {

  private static final Pattern MARKS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

  /** Letters that are no other letter with a mark, and stand beside one all the same. */
  private static final Map<Character, String> BESIDE =
      Map.of(
          'ł', "l", 'ø', "o", 'đ', "d", 'ð', "d", 'ı', "i", 'ß', "ss", 'æ', "ae", 'œ', "oe", 'þ',
          "th");

  private NameOrder() {}

  /** Accounts by the name that others see. */
  public static List<Account> sorted(Collection<Account> people) {
    return sorted(people, Account::displayName, Account::id);
  }

  /** Whatever has somebody's name. */
  public static <T> List<T> sorted(
      Collection<T> people, Function<? super T, String> name, ToLongFunction<? super T> id) {
    record Placed<T>(String key, long id, T person) {}
    return people.stream()
        .map(one -> new Placed<T>(key(name.apply(one)), id.applyAsLong(one), one))
        .sorted(Comparator.<Placed<T>, String>comparing(Placed::key).thenComparing(Placed::id))
        .map(Placed::person)
        .toList();
  }

  /** What names are compared by, by code. */
  static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(letter -> letter < 0x80)) {
      return lower;
    }
    return MARKS
        .matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
        .replaceAll("")
        .chars()
        .mapToObj(letter -> BESIDE.getOrDefault((char) letter, String.valueOf((char) letter)))
        .collect(Collectors.joining());
  }
}
