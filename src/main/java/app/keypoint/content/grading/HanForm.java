package app.keypoint.content.grading;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Chinese answers have in common that differ in form alone: traditional or simplified
 * characters, spaces and marks between them.
 */
final class HanForm {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** What a sentence, a title or a quotation wears. */
  private static final Pattern MARKS = Pattern.compile("[《》〈〉「」『』“”\"。，、·!?;]");

  private static final Pattern SPACES = Pattern.compile("(?<=\\p{IsHan}) +| +(?=\\p{IsHan})");

  /** Characters that turn the meaning when they come, go or change. */
  private static final Set<Integer> TURNING =
      "不非无未没沒反否勿莫别免去零一二两三四五六七八九十百千万亿上下前后内外大小多少高低开闭来入出"
          .codePoints()
          .boxed()
          .collect(Collectors.toUnmodifiableSet());

  private HanForm() {}

  static boolean has(String text) {
    return HAN.matcher(text).find();
  }

  /** The form of a {@linkplain TypedMatch#normalise normalised} text; other scripts stay. */
  static String of(String normalised) {
    if (!has(normalised)) {
      return normalised;
    }
    String bare = MARKS.matcher(normalised).replaceAll("");
    return simple(SPACES.matcher(bare).replaceAll(""));
  }

  /** What is simpler than a traditional character may be simpler still. */
  private static String simple(String text) {
    String simpler = ZhConverterUtil.toSimple(text);
    return simpler.equals(text) ? text : simple(simpler);
  }

  /** Whether none of the characters in which two texts differ turns the meaning. */
  static boolean keepsMeaning(String typed, String meant) {
    return turning(typed).equals(turning(meant));
  }

  private static String turning(String text) {
    return text.codePoints()
        .filter(TURNING::contains)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
