package app.keypoint.content.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** How a camera was held, which a JPEG says beside its pixels: from 1 (upright) to 8. */
final class Orientation {

  private static final int UPRIGHT = 1;
  private static final int LAST = 8;

  private static final int EXIF_SEGMENT = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final String EXIF = "Exif\0\0";

  private Orientation() {}

  /**
   * What the first segment of Exif says. Segments are looked for here, since the JDK's reader gives
   * none of a file whose segments are in the order that cameras write.
   */
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
        return tiff(Arrays.copyOfRange(jpeg, said, end));
      }
      at = end;
    }
    return UPRIGHT;
  }

  private static int tiff(byte[] said) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(said)) {
          /** So that nothing is made room for that cannot be there. */
          @Override
          public long length() {
            return said.length;
          }
        }) {
      reader.setInput(in, false, false);
      TIFFField field =
          TIFFDirectory.createFromMetadata(reader.getImageMetadata(0))
              .getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION);
      int orientation = field == null ? UPRIGHT : field.getAsInt(0);
      return orientation >= UPRIGHT && orientation <= LAST ? orientation : UPRIGHT;
    } catch (IOException | RuntimeException e) {
      return UPRIGHT; // What cannot be read says nothing.
    } finally {
      reader.dispose();
    }
  }
}
