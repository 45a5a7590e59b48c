package app.keypoint.content;

/**
 * The image of a question and the words that stand for it. The bytes are kept by their hash.
 *
 * @param hash SHA-256 in hexadecimal digits
 * @param width in pixels, as shown
 * @param alt what it says to whoever does not see it; empty until somebody has said it
 */
public record Picture(String hash, Format format, int width, int height, String alt) {

  /** The digits of a hash. */
  public static final int HASH_LENGTH = 64;

  /** As what it is kept. Names are stored. */
  public enum Format {
    PNG("png", "image/png"),
    JPEG("jpg", "image/jpeg");

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
      this.ending = ending;
      this.mediaType = mediaType;
    }

    /** Of files. */
    public String ending() {
      return ending;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /** The file's name where quizzes name it by its hash. */
  public String file() {
    return hash + "." + format.ending;
  }

  /** The same with other words. */
  public Picture saying(String words) {
    return new Picture(hash, format, width, height, words);
  }
}
