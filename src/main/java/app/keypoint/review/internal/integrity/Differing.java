package app.keypoint.review.internal.integrity;

import java.util.ArrayList;
import java.util.List;

/** Of two records in words, the components that differ, so that nobody has to look for them. */
record Differing(String kept, String follows) {

  public static Differing of(String kept, String follows) {
    String[] some = parts(kept);
    String[] others = parts(follows);
    if (some.length != others.length) {
      return new Differing(kept, follows);
    }
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < some.length; i++) {
      if (!some[i].equals(others[i])) {
        left.add(some[i]);
        right.add(others[i]);
      }
    }
    return new Differing(String.join(", ", left), String.join(", ", right));
  }

  private static String[] parts(String text) {
    return text.replaceAll("\\w+\\[|\\]", "").split(", ");
  }
}
