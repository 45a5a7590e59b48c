package app.keypoint.content;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * In which language an original is. No quiz says so, so the script of each of its texts does; see
 * ADR 0134.
 */
public final class OriginalLanguage {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern OTHER_WORD = Pattern.compile("[\\p{L}&&[^\\p{IsHan}]]+");

  private OriginalLanguage() {}

  /** Chinese where a text has more Han characters than words in other letters. */
  public static Locale of(String text) {
    long han = HAN.matcher(text).results().count();
    return han > OTHER_WORD.matcher(text).results().count()
        ? Locale.CHINESE
        : Translations.ORIGINAL;
  }

  /** What a text is said to be in, unless that is only the language of most originals. */
  public static Locale of(String text, Locale stated) {
    return stated.equals(Translations.ORIGINAL) ? of(text) : stated;
  }
}
