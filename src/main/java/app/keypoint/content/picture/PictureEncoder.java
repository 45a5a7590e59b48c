package app.keypoint.content.picture;

import app.keypoint.content.Picture.Format;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels as an image that has nothing else, no larger than a screen shows. */
final class PictureEncoder {

  /** The longer side of what is kept, in pixels. */
  static final int MAX_SIDE = 1_600;

  /** The most that one image takes, in bytes. */
  static final int MAX_KEPT = 1_000_000;

  /** Below this an image says nothing any more. */
  private static final int LEAST_SIDE = 800;

  private static final float QUALITY = 0.85f;

  private PictureEncoder() {}

  static boolean fits(BufferedImage pixels, int bytes) {
    return Math.max(pixels.getWidth(), pixels.getHeight()) <= MAX_SIDE && bytes <= MAX_KEPT;
  }

  /**
   * The image as a file, smaller where it has to be.
   *
   * @param format that is wanted; what sees through needs PNG, and photographs JPEG
   * @param exact whether lines stay lines, as far as there is room
   * @return empty when it is too large even so
   */
  static Optional<KeptPicture> encoded(BufferedImage pixels, Format format, boolean exact) {
    boolean opaque = opaque(pixels);
    Format as = format == Format.PNG && opaque && !exact ? Format.JPEG : format;
    for (int side = MAX_SIDE; side >= LEAST_SIDE; side -= LEAST_SIDE / 2) {
      BufferedImage drawn = drawn(pixels, side, opaque);
      byte[] bytes = written(drawn, as);
      if (bytes.length > MAX_KEPT && as == Format.PNG && opaque) {
        as = Format.JPEG;
        bytes = written(drawn, as);
      }
      if (bytes.length <= MAX_KEPT) {
        return Optional.of(PictureFile.kept(bytes, as, drawn));
      }
    }
    return Optional.empty();
  }

  /**
   * Turned upright.
   *
   * @param orientation as {@link Orientation} says it
   */
  static BufferedImage turned(BufferedImage image, int orientation) {
    int w = image.getWidth();
    int h = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
          default -> new AffineTransform();
        };
    if (turn.isIdentity()) {
      return image;
    }
    boolean lies = orientation >= 5;
    BufferedImage turned =
        new BufferedImage(lies ? h : w, lies ? w : h, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = turned.createGraphics();
    to.drawImage(image, turn, null);
    to.dispose();
    return turned;
  }

  private static boolean opaque(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return true;
    }
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 != 0xFF) {
          return false;
        }
      }
    }
    return true;
  }

  /** In steps of a half at most, so that thin lines do not fall between the pixels. */
  private static BufferedImage drawn(BufferedImage image, int side, boolean opaque) {
    BufferedImage now = image;
    while (true) {
      int longer = Math.max(now.getWidth(), now.getHeight());
      double by = Math.min(1, Math.max(0.5, (double) side / longer));
      int w = Math.max(1, (int) Math.round(now.getWidth() * by));
      int h = Math.max(1, (int) Math.round(now.getHeight() * by));
      BufferedImage smaller =
          new BufferedImage(
              w, h, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
      Graphics2D to = smaller.createGraphics();
      to.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      to.drawImage(now, 0, 0, w, h, null);
      to.dispose();
      now = smaller;
      if (Math.max(w, h) <= side) {
        return now;
      }
    }
  }

  private static byte[] written(BufferedImage image, Format format) {
    ImageWriter writer =
        ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT)).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format == Format.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
