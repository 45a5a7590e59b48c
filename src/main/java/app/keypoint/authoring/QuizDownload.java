package app.keypoint.authoring;

/** A quiz as a file to take along. */
public final class QuizDownload {

  private final String name;
  private final String mediaType;
  private final byte[] bytes;

  public QuizDownload(String name, String mediaType, byte[] bytes) {
    this.name = name;
    this.mediaType = mediaType;
    this.bytes = bytes.clone();
  }

  public String name() {
    return name;
  }

  public String mediaType() {
    return mediaType;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }
}
