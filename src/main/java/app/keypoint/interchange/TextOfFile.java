package app.keypoint.interchange;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The characters of a file from anywhere. */
final class TextOfFile {

  /** A file went on beyond what is read of it. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;
  }

  private record Mark(byte[] bytes, Charset charset) {}

  private static final Mark NONE = new Mark(new byte[0], StandardCharsets.UTF_8);

  private static final Mark[] MARKS = {
    new Mark(bytes(0xEF, 0xBB, 0xBF), StandardCharsets.UTF_8),
    new Mark(bytes(0xFF, 0xFE), StandardCharsets.UTF_16LE),
    new Mark(bytes(0xFE, 0xFF), StandardCharsets.UTF_16BE)
  };

  private TextOfFile() {}

  /**
   * Text in UTF-8, or in what a byte order mark says. Reading throws {@link TooLargeException}
   * beyond the given size, and {@link java.nio.charset.CharacterCodingException} where the bytes
   * are not text: replacing them would silently make other cards of some.
   */
  static BufferedReader open(InputStream file, long maxBytes) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(new Bounded(file, maxBytes));
    Mark mark = mark(bytes);
    bytes.skipNBytes(mark.bytes().length);
    return new BufferedReader(new InputStreamReader(bytes, mark.charset().newDecoder()));
  }

  private static Mark mark(BufferedInputStream file) throws IOException {
    file.mark(3);
    byte[] start = file.readNBytes(3);
    file.reset();
    for (Mark mark : MARKS) {
      int length = mark.bytes().length;
      if (start.length >= length && Arrays.equals(start, 0, length, mark.bytes(), 0, length)) {
        return mark;
      }
    }
    return NONE;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Fails rather than ends, so that half a file is not taken for a whole one. */
  private static final class Bounded extends FilterInputStream {

    private long left;

    Bounded(InputStream in, long max) {
      super(in);
      left = max;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws TooLargeException {
      left -= read;
      if (left < 0) {
        throw new TooLargeException();
      }
    }
  }
}
