package app.keypoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The database's folder and files are their owner's alone, those from before too. */
class DataFolderPermissionsTest {

  @TempDir Path folder;

  @Test
  void anInstallationFromBeforeIsMended() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path database = Files.createFile(data.resolve("keypoint.mv.db"));
    Path other = Files.createFile(data.resolve("notes.txt"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
    close(data, "jdbc:h2:file:x");
    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(database)).isEqualTo("rw-------");
    assertThat(permissions(other)).as("not ours").isEqualTo("rw-r--r--");
  }

  @Test
  void aNewFolderIsMadeForItsOwner() throws IOException {
    Path data = folder.resolve("new").resolve("data");
    close(data, "jdbc:h2:file:x");
    assertThat(permissions(data)).isEqualTo("rwx------");
  }

  @Test
  void otherDatabasesHaveNoFolderHere() {
    Path data = folder.resolve("data");
    close(data, "jdbc:postgresql://localhost/keypoint");
    assertThat(data).doesNotExist();
  }

  private static void close(Path data, String url) {
    DataFolderPermissions keeper = new DataFolderPermissions();
    keeper.setEnvironment(
        new MockEnvironment()
            .withProperty("keypoint.data-dir", data.toString())
            .withProperty("spring.datasource.url", url));
    keeper.close();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
