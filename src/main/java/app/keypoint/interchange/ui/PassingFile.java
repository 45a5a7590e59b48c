package app.keypoint.interchange.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An upload in a temporary file that goes away when closed; closing again does nothing. */
final class UploadedFile implements AutoCloseable {

  private final Path path;

  private UploadedFile(Path path) {
    this.path = path;
  }

  /**
   * Stores an upload.
   *
   * @param maxBytes how much is stored of it at most: an upload may claim any length
   */
  static UploadedFile store(InputStream upload, long maxBytes) throws IOException {
    UploadedFile file = new UploadedFile(Files.createTempFile("keypoint-upload-", ".csv"));
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

  Path path() {
    return path;
  }

  @Override
  public void close() {
    // Not worth an error in front of a learner; File.delete, unlike Files.delete, throws none.
    boolean unused = path.toFile().delete();
  }
}
