package app.keypoint.access;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A temporary file on its way in or out, so that memory need not hold it. It goes away when closed;
 * closing again does nothing.
 */
public final class PassingFile implements AutoCloseable {

  private static final String UPLOAD = "keypoint-upload-";
  private static final String DOWNLOAD = "keypoint-download-";
  private static final String SUFFIX = ".tmp";

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
    PassingFile file = new PassingFile(Files.createTempFile(UPLOAD, SUFFIX));
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
    } catch (Throwable e) {
      file.close();
      throw e;
    }
  }

  /** Stores what is to be sent. */
  public static PassingFile write(Content content) throws IOException {
    PassingFile file = new PassingFile(Files.createTempFile(DOWNLOAD, SUFFIX));
    try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file.path))) {
      content.writeTo(target);
      return file;
    } catch (Throwable e) {
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

  /**
   * Deletes what a process left that ended in the midst of it.
   *
   * @param folder where temporary files are
   * @param before when they were last written to, so that none goes that is on its way
   */
  static void deleteLeft(Path folder, Instant before) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "{" + UPLOAD + "," + DOWNLOAD + "}*" + SUFFIX)) {
      for (Path file : files) {
        // As close: another server on this machine may be at it too.
        if (file.toFile().lastModified() < before.toEpochMilli()) {
          boolean unused = file.toFile().delete();
        }
      }
    }
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
