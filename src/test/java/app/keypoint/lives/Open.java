package app.keypoint.lives;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings that are known and not mended yet: what they touch is left out. */
final class Open {

  static final Set<Integer> FINDINGS =
      Arrays.stream(System.getProperty("keypoint.open", "8,10").split(","))
          .filter(number -> !number.isBlank())
          .map(Integer::valueOf)
          .collect(Collectors.toSet());

  private Open() {}
}
