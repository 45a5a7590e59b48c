package app.keypoint.content.picture;

import app.keypoint.content.Picture;
import java.util.HashMap;
import java.util.Map;

/** The images that a quiz file names. */
@FunctionalInterface
public interface PictureSource {

  /** There are none. */
  PictureSource NONE = _ -> new Found.Unusable(PictureFault.MISSING);

  /** Looks for one by the name that a quiz file has for it. */
  Found find(String file);

  /** What came of it. */
  sealed interface Found {

    /**
     * It is there.
     *
     * @param picture without words
     */
    record Usable(Picture picture) implements Found {}

    /** It is not, or it is none that can be shown. */
    record Unusable(PictureFault fault) implements Found {}
  }

  /** Those that are known by the names that quizzes give them by their hash. */
  static PictureSource of(Map<String, Picture> byHash) {
    if (byHash.isEmpty()) {
      return NONE;
    }
    return file -> {
      Picture known = byHash.get(PictureNames.hash(file));
      return known == null ? new Found.Unusable(PictureFault.MISSING) : new Found.Usable(known);
    };
  }

  /** The same, asked once for each. */
  default PictureSource remembered() {
    Map<String, Found> found = new HashMap<>();
    return file -> found.computeIfAbsent(file, this::find);
  }
}
