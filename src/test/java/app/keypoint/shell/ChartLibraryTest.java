package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The charts name their library by version, as the build does. */
class ChartLibraryTest {

  @Test
  void theChartsFindTheLibraryThatTheBuildBrings() throws IOException {
    Matcher path =
        Pattern.compile("import\\(\"(?:\\.\\./)+([^\"]+)\"\\)")
            .matcher(Files.readString(Path.of("frontend/charts.js")));
    assertThat(path.find()).isTrue();
    assertThat(getClass().getResource("/META-INF/resources/" + path.group(1)))
        .as(path.group(1))
        .isNotNull();
  }
}
