package app.keypoint.access;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file on its way in or out, so that memory need not hold it. It goes away when closed;
 * closing again does nothing.
 */
public final class PassingFile implements AutoCloseable {

  private final Path path;

  private PassingFile(Path path) {
    this.path = path;
  }

  /**
   * Stores an upload.
   *
   * @param maxBytes how much is stored of it at most: an upload may claim any length
   */
  public static PassingFile store(InputStream upload, long maxBytes) throws IOException {
    PassingFile file = new PassingFile(Files.createTempFile("keypoint-upload-", ".tmp"));
    try (OutputStream target = Files.newOutputStream(file.path)) {
      byte[] buffer = new byte[8192];
      long left = maxBytes;
      int read;
      while (left > 0
          && (read = upload.read(buffer, 0, (int) Math.min(buffer.length, left))) >= 0) {
        target.write(buffer, 0, read);
        left -= read;
      }
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Stores what is to be sent. */
  public static PassingFile write(Content content) throws IOException {
    PassingFile file = new PassingFile(Files.createTempFile("keypoint-download-", ".tmp"));
    try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file.path))) {
      content.writeTo(target);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Writes itself. */
  @FunctionalInterface
  public interface Content {
    /** Does so. */
    void writeTo(OutputStream target) throws IOException;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    // Not worth an error in front of a learner; File.delete, unlike Files.delete, throws none.
    boolean unused = path.toFile().delete();
  }
}
