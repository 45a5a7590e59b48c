package app.keypoint.interchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** The characters of a file from anywhere. */
public final class TextOfFile {

  /** A file went on beyond what is read of it. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;
  }

  private TextOfFile() {}

  /**
   * Text in UTF-8, or in what a byte order mark says. Reading throws {@link TooLargeException}
   * beyond the given size, so that half a file is not taken for a whole one, and {@link
   * java.nio.charset.CharacterCodingException} where the bytes are not text: replacing them would
   * silently make other cards of some.
   */
  public static BufferedReader open(InputStream file, long maxBytes) throws IOException {
    InputStream bounded =
        BoundedInputStream.builder()
            .setInputStream(file)
            // The bound is told of when a read is asked for behind it, also at a file's very end.
            .setMaxCount(maxBytes + 1)
            .setOnMaxCount(
                (_, _) -> {
                  throw new TooLargeException();
                })
            .get();
    BOMInputStream bytes =
        BOMInputStream.builder()
            .setInputStream(bounded)
            .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
            .get();
    Charset charset =
        bytes.hasBOM() ? Charset.forName(bytes.getBOMCharsetName()) : StandardCharsets.UTF_8;
    return new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()));
  }
}
