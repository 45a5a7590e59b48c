package app.keypoint.content.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Whether a file holds what draws it and nothing else: no place, no camera, no words, no bytes
 * after its end. What is plain can be kept as it is, so that an image which comes back is the same.
 */
final class PlainPicture {

  private static final int PNG_SIGNATURE = 8;
  private static final Set<String> PNG_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT");

  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;

  /** Length of a JFIF segment without a small image in it. */
  private static final int JFIF_LENGTH = 16;

  private PlainPicture() {}

  static boolean png(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).position(PNG_SIGNATURE);
    try {
      while (true) {
        int length = in.getInt();
        byte[] type = new byte[Integer.BYTES];
        in.get(type);
        String name = new String(type, StandardCharsets.ISO_8859_1);
        if (length < 0 || length > in.remaining() - Integer.BYTES) {
          return false;
        }
        in.position(in.position() + length + Integer.BYTES);
        if (name.equals("IEND")) {
          return length == 0 && !in.hasRemaining();
        } else if (!PNG_CHUNKS.contains(name)) {
          return false;
        }
      }
    } catch (BufferUnderflowException e) {
      return false;
    }
  }

  static boolean jpeg(byte[] file) {
    int at = 2;
    while (at + 3 < file.length && (file[at] & 0xFF) == 0xFF) {
      int marker = file[at + 1] & 0xFF;
      int length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
      boolean drawing =
          switch (marker) {
            case 0xE0 -> length == JFIF_LENGTH;
            case 0xC0, 0xC2, 0xC4, 0xDB, 0xDD, START_OF_SCAN -> true;
            default -> false;
          };
      if (!drawing) {
        return false;
      }
      at += 2 + length;
      if (marker == START_OF_SCAN) {
        at = endOfScan(file, at);
      }
    }
    return at == file.length - 2 && (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == END;
  }

  private static int endOfScan(byte[] file, int from) {
    for (int at = from; at + 1 < file.length; at++) {
      int next = file[at + 1] & 0xFF;
      if ((file[at] & 0xFF) == 0xFF && next != 0 && !(next >= 0xD0 && next <= 0xD7)) {
        return at;
      }
    }
    return file.length;
  }

  /** How often a JPEG draws over itself, at the most. */
  static int scans(byte[] file) {
    int scans = 0;
    for (int at = 0; at + 1 < file.length; at++) {
      if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == START_OF_SCAN) {
        scans++;
      }
    }
    return scans;
  }
}
