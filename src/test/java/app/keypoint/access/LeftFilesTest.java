package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody's data stays where temporary files are. */
class LeftFilesTest {

  @TempDir Path folder;

  @Test
  void whatAProcessLeftLongAgoGoes_andNothingElse() throws IOException {
    Instant now = Instant.parse("2026-03-02T09:00:00Z");
    file("keypoint-download-1.tmp", now.minusSeconds(90_000));
    file("keypoint-upload-1.tmp", now.minusSeconds(90_000));
    file("keypoint-download-2.tmp", now.minusSeconds(600));
    file("letter.tmp", now.minusSeconds(90_000));
    PassingFile.deleteLeft(folder, now.minusSeconds(86_400));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("keypoint-download-2.tmp", "letter.tmp");
    }
  }

  private void file(String name, Instant at) throws IOException {
    var unused =
        Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(at));
  }
}
