package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every page loads one stylesheet, which the build joins from those that it names. */
class PackedStylesTest {

  private static final Path STYLES = Path.of("frontend");

  /** Loaded by its own screens. */
  private static final String OF_AUTHORS = "authoring.css";

  @Test
  void noneIsLeftOut() throws IOException {
    Matcher packed =
        Pattern.compile("<filelist dir=\"frontend\" files=\"([^\"]+)\"")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(packed.find()).isTrue();
    List<String> files = new ArrayList<>();
    try (DirectoryStream<Path> styles = Files.newDirectoryStream(STYLES, "*.css")) {
      styles.forEach(style -> files.add(style.getFileName().toString()));
    }
    files.remove(OF_AUTHORS);
    assertThat(packed.group(1).split(",")).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void theThemeComesWithoutItsFont() {
    Path packed = Path.of("target/classes/META-INF/resources/assets/keypoint.css");
    assertThat(packed).content().contains("--aura-accent-color").doesNotContain("InstrumentSans");
  }
}
