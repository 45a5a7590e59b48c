package app.keypoint.authoring.internal.article;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Articles.Format;
import app.keypoint.authoring.Articles.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** The characters of a file that may be an article, or why it cannot be one. */
public sealed interface ArticleFile {

  /** By their endings. */
  Map<String, Format> FORMATS =
      Map.of(
          "txt", Format.TEXT,
          "text", Format.TEXT,
          "md", Format.MARKDOWN,
          "markdown", Format.MARKDOWN,
          "html", Format.HTML,
          "htm", Format.HTML);

  /** It is text. */
  record Text(String text, Format format) implements ArticleFile {}

  /** It is not. */
  record Refused(Reason reason) implements ArticleFile {}

  static ArticleFile read(String name, byte[] file) {
    Format format = FORMATS.get(ending(name));
    return format == null ? new Refused(Reason.OTHER_KIND) : read(format, file);
  }

  /** Whatever its name is. */
  static ArticleFile read(Format format, byte[] file) {
    if (file.length > Articles.MAX_FILE) {
      return new Refused(Reason.TOO_BIG);
    }
    Optional<String> decoded = decoded(file);
    if (decoded.isEmpty()) {
      // Bytes in any encoding of letters have no controls; those of programs and pictures do.
      return new Refused(
          binary(new String(file, StandardCharsets.ISO_8859_1))
              ? Reason.NOT_TEXT
              : Reason.ENCODING);
    }
    String text = decoded.get();
    if (binary(text)) {
      return new Refused(Reason.NOT_TEXT);
    }
    return text.length() > Articles.MAX_BROUGHT
        ? new Refused(Reason.TOO_BIG)
        : new Text(text, format);
  }

  /** Of the last part of its name alone, for a name may be anything. */
  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Empty when the bytes are not in the encoding. */
  private static Optional<String> decoded(byte[] file) {
    try (BOMInputStream bytes =
        BOMInputStream.builder()
            .setInputStream(new ByteArrayInputStream(file))
            .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
            .get()) {
      Charset charset =
          bytes.hasBOM() ? Charset.forName(bytes.getBOMCharsetName()) : StandardCharsets.UTF_8;
      ByteBuffer rest = ByteBuffer.wrap(bytes.readAllBytes());
      return Optional.of(charset.newDecoder().decode(rest).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean binary(String text) {
    return text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
  }
}
