package app.keypoint.content.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of English texts, as far as rules of thumb need them. */
final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.-][\\p{L}\\p{N}]+)*");

  private static final Set<String> STOP =
      Set.of(
          ("a about above after again all also although am an and any are as at be because been"
                  + " before being below between both but by can could did do does doing down during"
                  + " each else few for from further had has have having he her here hers him his how"
                  + " however i if in into is it its itself just may me might more most much must my"
                  + " no nor not now of off on once one only or other our out over own per same say"
                  + " says said shall she should so some such than that the their them then there"
                  + " these they this those through to too under until up upon us very was we were"
                  + " what when where which while who whom whose why will with would you your")
              .split(" "));

  private static final int ROOT = 5;

  private Words() {}

  /** In lower case, in order. */
  static List<String> of(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT).replace('’', '\''))
        .toList();
  }

  /** Those that carry meaning, without a plural or genitive s. */
  static Set<String> content(String text) {
    return of(text).stream()
        .filter(word -> !STOP.contains(word))
        .map(Words::singular)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What forms of a word have in common, as a rule of thumb: open, opens, opening. */
  static Set<String> roots(String text) {
    return content(text).stream()
        .map(word -> word.substring(0, Math.min(ROOT, word.length())))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static boolean stop(String word) {
    return STOP.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String singular(String word) {
    String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    return plural(bare) ? bare.substring(0, bare.length() - 1) : bare;
  }

  /** Whether a word looks like an English plural. */
  static boolean plural(String word) {
    return word.length() > 3 && word.matches(".*[^sui]s");
  }
}
