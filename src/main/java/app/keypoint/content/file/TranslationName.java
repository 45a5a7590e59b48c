package app.keypoint.content.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a translation says: {@code bees.zh-CN.yaml} is {@code bees.yaml} in Chinese.
 *
 * @param original name of the file that it translates
 */
public record TranslationName(String original, Locale language) {

  private static final Pattern NAME =
      Pattern.compile("(.+)\\.([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)\\.yaml");

  /** Empty for the name of an original. */
  public static Optional<TranslationName> of(String file) {
    Matcher matcher = NAME.matcher(file);
    return matcher.matches()
        ? Optional.of(
            new TranslationName(
                matcher.group(1) + ".yaml", Locale.forLanguageTag(matcher.group(2))))
        : Optional.empty();
  }
}
