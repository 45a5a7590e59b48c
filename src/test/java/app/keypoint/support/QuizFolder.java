package app.keypoint.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** A new folder for quiz files; each that is written is newer than those before. */
public final class QuizFolder {

  private final Path path;
  private long written;

  public QuizFolder() {
    try {
      path = Files.createTempDirectory("quizzes-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String name, String text) {
    try {
      Path file = Files.writeString(path.resolve(name), text);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++written)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }
}
