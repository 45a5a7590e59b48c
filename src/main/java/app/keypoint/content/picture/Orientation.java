package app.keypoint.content.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, which a JPEG says beside its pixels: from 1 (upright) to 8. Looked for
 * here, since the JDK's reader fails on files whose segments are in the order that cameras write.
 */
final class Orientation {

  private static final int UPRIGHT = 1;
  private static final int LAST = 8;

  private static final int EXIF_SEGMENT = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final String EXIF = "Exif\0\0";

  private static final int ENTRY = 12;
  private static final int TAG = 0x0112;

  private Orientation() {}

  /** What the first segment of Exif says. */
  static int of(byte[] jpeg) {
    int at = 2;
    while (at + 3 < jpeg.length
        && (jpeg[at] & 0xFF) == 0xFF
        && (jpeg[at + 1] & 0xFF) != START_OF_SCAN) {
      int end = Math.min(jpeg.length, at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF));
      int said = at + 4 + EXIF.length();
      if ((jpeg[at + 1] & 0xFF) == EXIF_SEGMENT
          && said < end
          && new String(jpeg, at + 4, EXIF.length(), StandardCharsets.ISO_8859_1).equals(EXIF)) {
        return tiff(ByteBuffer.wrap(jpeg, said, end - said).slice());
      }
      at = end;
    }
    return UPRIGHT;
  }

  /** The entry of the first directory; what points out of the segment says nothing. */
  private static int tiff(ByteBuffer said) {
    try {
      said.order(said.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = said.getInt(4);
      int entries = said.getShort(directory) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * ENTRY;
        if ((said.getShort(entry) & 0xFFFF) == TAG) {
          int orientation = said.getShort(entry + 8);
          return orientation >= UPRIGHT && orientation <= LAST ? orientation : UPRIGHT;
        }
      }
    } catch (IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
    return UPRIGHT;
  }
}
