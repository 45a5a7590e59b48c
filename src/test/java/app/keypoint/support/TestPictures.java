package app.keypoint.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images as people bring them, and files that say they are some. */
public final class TestPictures {

  /** What a camera wrote beside the pixels. */
  public static final String PLACE = "At home, 52.5163 N 13.3777 E";

  private static final int EXIF = 0xE1;

  private TestPictures() {}

  /** Left half red, right half blue. */
  public static BufferedImage halves(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D to = image.createGraphics();
    to.setColor(Color.RED);
    to.fillRect(0, 0, width / 2, height);
    to.setColor(Color.BLUE);
    to.fillRect(width / 2, 0, width - width / 2, height);
    to.dispose();
    return image;
  }

  public static byte[] png(int width, int height) {
    return written(halves(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  /** One that nobody else has. */
  public static byte[] png(long seed) {
    BufferedImage image = halves(40, 30, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      image.setRGB(i, i / 2, random.nextInt(0xFFFFFF));
    }
    return written(image, "png");
  }

  public static byte[] transparent(int width, int height) {
    return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  public static byte[] jpeg(int width, int height) {
    return written(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] gif() {
    return written(halves(10, 10, BufferedImage.TYPE_INT_RGB), "gif");
  }

  /** Two pixels or so, with and without loss. */
  public static byte[] webp(boolean lossless) {
    return Base64.getDecoder()
        .decode(
            lossless
                ? "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
                : "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
  }

  public static byte[] svg() {
    return "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A photograph that says where it was taken, and how the camera was held. */
  public static byte[] photograph(int width, int height, int orientation) {
    byte[] place = (PLACE + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + place.length);
    tiff.order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(place.length).putInt(38);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
    tiff.putInt(0).put(place);
    byte[] jpeg = jpeg(width, height);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(jpeg, 0, 2);
    int length = 2 + 6 + tiff.capacity();
    all.write(0xFF);
    all.write(EXIF);
    all.write(length >> 8);
    all.write(length);
    all.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(tiff.array());
    all.write(jpeg, 2, jpeg.length - 2);
    return all.toByteArray();
  }

  /** The first bytes of a PNG of any size, and nothing to draw. */
  public static byte[] pngHeader(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(header);
    return ByteBuffer.allocate(8 + 4 + header.length + 4)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
        .putInt(header.length - 4)
        .put(header)
        .putInt((int) sum.getValue())
        .array();
  }

  /** One after the other. */
  public static byte[] joined(byte[] first, byte[] then) {
    return ByteBuffer.allocate(first.length + then.length).put(first).put(then).array();
  }

  public static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalStateException("Nothing writes " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
