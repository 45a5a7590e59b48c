package app.keypoint.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders that nobody but their owner can read, from their first moment on. */
public final class OwnerOnly {

  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private OwnerOnly() {}

  /** Makes a file that is not there yet. */
  public static Path file(Path file) throws IOException {
    return Files.createFile(file, permissions(file, FILE));
  }

  /** Makes a folder, and those above it, or leaves one that is there as it is. */
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, permissions(folder, FOLDER));
  }

  /**
   * Makes a file or folder its owner's that something else made; until then only its folder can
   * keep others out.
   */
  public static void close(Path path) throws IOException {
    for (FileAttribute<?> attribute : permissions(path, Files.isDirectory(path) ? FOLDER : FILE)) {
      Files.setAttribute(path, attribute.name(), attribute.value());
    }
  }

  /** None where the file system has no such thing: there the folder's own rules hold. */
  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
