package app.keypoint.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.grading.TypedMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quizzes that come with Keypoint keep its own rules. */
class ShippedQuizzesTest {

  private static List<QuizFile> files = List.of();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("quizzes"))) {
      files =
          all.filter(file -> file.getFileName().toString().matches("[^.]+\\.yaml"))
              .sorted()
              .map(file -> parse(file))
              .toList();
    }
  }

  @Test
  void haveNoFindingAtAll() {
    assertThat(files).isNotEmpty();
    assertThat(files).flatExtracting(QuizFile::findings).isEmpty();
  }

  @Test
  void coverAnIntroductionThreeSectionsAndTheBottomLineInOrder() {
    assertThat(quizzes().map(ParsedQuiz::position)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @Test
  void holdEnoughOfEachKind() {
    assertThat(quizzes().flatMap(quiz -> quiz.keyPoints().stream()))
        .hasSizeGreaterThanOrEqualTo(25);
    assertThat(questions()).hasSizeGreaterThanOrEqualTo(90);
    assertThat(questions().map(question -> question.getClass().getSimpleName()).distinct())
        .containsExactlyInAnyOrder("Single", "Multi", "Recall", "Cloze");
  }

  @Test
  void askEachKeyPointByChoiceAndByTyping() {
    for (ParsedQuiz quiz : quizzes().toList()) {
      for (KeyPoint keyPoint : quiz.keyPoints()) {
        List<Question> about =
            quiz.questions().stream().filter(q -> q.keyPointId().equals(keyPoint.id())).toList();
        assertThat(about).as(keyPoint.id()).anyMatch(q -> q instanceof Question.Choice);
        assertThat(about).as(keyPoint.id()).anyMatch(q -> q instanceof Question.Typed);
      }
    }
  }

  @Test
  void shareNoIdAndNoStem() {
    assertThat(quizzes().map(ParsedQuiz::id)).doesNotHaveDuplicates();
    assertThat(quizzes().flatMap(quiz -> quiz.keyPoints().stream()).map(KeyPoint::id))
        .doesNotHaveDuplicates();
    assertThat(questions().map(Question::id)).doesNotHaveDuplicates();
    assertThat(questions().map(question -> TypedMatch.normalise(question.prompt())))
        .doesNotHaveDuplicates();
  }

  @Test
  void tellWhatIsAmissOfEveryLikelyWrongAnswer() {
    assertThat(questions().filter(q -> q instanceof Question.Typed).map(q -> (Question.Typed) q))
        .flatExtracting(Question.Typed::keys)
        .allSatisfy(key -> assertThat(key.wrong()).isNotEmpty());
  }

  private static Stream<ParsedQuiz> quizzes() {
    return files.stream().map(QuizFile::quiz).filter(Objects::nonNull);
  }

  private static Stream<Question> questions() {
    return quizzes().flatMap(quiz -> quiz.questions().stream());
  }

  private static QuizFile parse(Path file) {
    try {
      return QuizFile.parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
