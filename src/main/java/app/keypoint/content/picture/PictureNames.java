package app.keypoint.content.picture;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of images by their hash, as quizzes that are written in the browser have them. */
public final class PictureNames {

  private static final Pattern NAME = Pattern.compile("\\b([0-9a-f]{64})\\.(?:png|jpg)\\b");

  private PictureNames() {}

  /** The hashes that a text names: all that a quiz uses, and maybe some in its words. */
  public static Set<String> in(String text) {
    return NAME.matcher(text).results().map(PictureNames::hash).collect(Collectors.toSet());
  }

  /** The hash in a name; empty when there is none. */
  static String hash(String file) {
    return NAME.matcher(file).results().map(PictureNames::hash).findFirst().orElse("");
  }

  private static String hash(MatchResult name) {
    return name.group(1);
  }
}
