package app.keypoint.content.picture;

import app.keypoint.content.Picture;
import app.keypoint.content.Picture.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A file that says it is an image, made harmless: what it is follows from its bytes, its size is
 * known before anything is decoded, and of what is decoded nothing but pixels is kept; see ADR 162.
 */
public final class PictureFile {

  /** The largest file that is taken, in bytes. */
  public static final int MAX_BYTES = 5_000_000;

  /** The largest image that is decoded. */
  private static final int MAX_PIXELS = 50_000_000;

  /** Its longest side. */
  private static final int MAX_SIDE = 16_384;

  /** No image needs to be looked at so often to be complete, and each look may cost all of it. */
  private static final int MAX_SCANS = 64;

  private PictureFile() {}

  /** What a file is. */
  public sealed interface Read {

    /** An image. */
    record Usable(KeptPicture kept) implements Read {}

    /** None that can be shown. */
    record Unusable(PictureFault fault) implements Read {}
  }

  /** Reads a file. Decodes it whole: takes up to a second and a few hundred megabytes. */
  public static Read read(byte[] file) {
    if (file.length > MAX_BYTES) {
      return new Read.Unusable(PictureFault.TOO_BIG);
    }
    Kind kind = Kind.of(file);
    if (kind == Kind.SVG || kind == Kind.OTHER) {
      return new Read.Unusable(kind == Kind.SVG ? PictureFault.SVG : PictureFault.OTHER_KIND);
    }
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
    if (!readers.hasNext()) {
      return new Read.Unusable(PictureFault.OTHER_KIND);
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, false, true);
      return read(file, kind, reader);
    } catch (IOException | RuntimeException e) {
      // Readers say in many ways that bytes are not what they seemed to be.
      return new Read.Unusable(PictureFault.DAMAGED);
    } finally {
      reader.dispose();
    }
  }

  private static Read read(byte[] file, Kind kind, ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
      return new Read.Unusable(PictureFault.TOO_MANY_PIXELS);
    }
    if (kind == Kind.JPEG && PlainPicture.scans(file) > MAX_SCANS) {
      return new Read.Unusable(PictureFault.DAMAGED);
    }
    boolean[] cut = new boolean[1];
    reader.addIIOReadWarningListener((_, warning) -> cut[0] |= Kind.CUT.matcher(warning).find());
    ImageReadParam how = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / (PictureEncoder.MAX_SIDE * 3 / 2));
    how.setSourceSubsampling(step, step, 0, 0);
    BufferedImage pixels = reader.read(0, how);
    if (cut[0]) {
      return new Read.Unusable(PictureFault.DAMAGED);
    }
    if (PictureEncoder.fits(pixels, file.length) && step == 1 && kind.plain(file)) {
      Format format = kind == Kind.PNG ? Format.PNG : Format.JPEG;
      return new Read.Usable(kept(file, format, pixels));
    }
    BufferedImage upright =
        kind == Kind.JPEG ? PictureEncoder.turned(pixels, Orientation.of(file)) : pixels;
    return PictureEncoder.encoded(
            upright, kind == Kind.JPEG ? Format.JPEG : Format.PNG, kind == Kind.PNG)
        .<Read>map(Read.Usable::new)
        .orElse(new Read.Unusable(PictureFault.TOO_BIG));
  }

  /** Under the hash of its bytes. */
  static KeptPicture kept(byte[] bytes, Format format, BufferedImage pixels) {
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new KeptPicture(
          new Picture(hash, format, pixels.getWidth(), pixels.getHeight(), ""), bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** What a file is by its first bytes. */
  private enum Kind {
    PNG,
    JPEG,
    WEBP,
    SVG,
    OTHER;

    /** How readers say that a file ends too early. */
    static final Pattern CUT = Pattern.compile("(?i)premature|corrupt|truncated");

    private static final Pattern SVG_ELEMENT = Pattern.compile("(?i)<(\\w{1,20}:)?svg\\b");

    static Kind of(byte[] file) {
      String head = new String(file, 0, Math.min(file.length, 12), StandardCharsets.ISO_8859_1);
      if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
        return PNG;
      } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
        return JPEG;
      } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
        return WEBP;
      }
      String text = new String(file, 0, Math.min(file.length, 4_096), StandardCharsets.UTF_8);
      return SVG_ELEMENT.matcher(text).find() ? SVG : OTHER;
    }

    boolean plain(byte[] file) {
      return switch (this) {
        case PNG -> PlainPicture.png(file);
        case JPEG -> PlainPicture.jpeg(file);
        default -> false;
      };
    }
  }
}
