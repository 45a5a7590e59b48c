package app.keypoint.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuizSourceTest {

  @TempDir Path folder;

  @Test
  void listsQuizFilesAlone() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "x");
    Files.writeString(folder.resolve(".a.yaml"), "x"); // an editor's copy
    Files.writeString(folder.resolve("quiz.schema.json"), "{}");
    Files.createDirectory(folder.resolve("b.yaml"));
    assertThat(QuizSource.of(folder.toString()).stamps().keySet()).containsExactly("a.yaml");
  }

  @Test
  void aStampTellsThatAFileChanged() throws IOException {
    QuizSource source = QuizSource.of(folder.toString());
    Files.writeString(folder.resolve("a.yaml"), "x");
    var before = source.stamps();
    assertThat(source.stamps()).isEqualTo(before);
    Files.writeString(folder.resolve("a.yaml"), "xy");
    assertThat(source.stamps()).isNotEqualTo(before);
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    QuizSource source = QuizSource.of(folder.resolve("none").toString());
    assertThatThrownBy(source::stamps).isInstanceOf(IOException.class);
  }

  @Test
  void thePackagedFilesAreThoseOfTheRepository() throws IOException {
    QuizSource packaged = new QuizSource.Packaged();
    QuizSource repository = QuizSource.of("quizzes");
    assertThat(packaged.stamps().keySet()).isNotEmpty().isEqualTo(repository.stamps().keySet());
    for (String name : packaged.stamps().keySet()) {
      assertThat(packaged.text(name)).isEqualTo(repository.text(name));
    }
  }
}
