package app.keypoint.content.picture;

import app.keypoint.content.Picture;

/** Bytes of an image that was found to be one. */
public final class KeptPicture {

  private final Picture picture;
  private final byte[] bytes;

  /**
   * @param picture without words
   */
  public KeptPicture(Picture picture, byte[] bytes) {
    this.picture = picture;
    this.bytes = bytes.clone();
  }

  /** What it is, without words. */
  public Picture picture() {
    return picture;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }
}
