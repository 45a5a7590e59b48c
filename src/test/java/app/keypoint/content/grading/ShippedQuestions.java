package app.keypoint.content.grading;

import app.keypoint.content.Question;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.format.ParsedQuiz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The quizzes that come with Keypoint, in their original language. */
public final class ShippedQuestions {

  private ShippedQuestions() {}

  /** In order of position. */
  public static List<ParsedQuiz> quizzes() {
    try (Stream<Path> all = Files.list(Path.of("quizzes"))) {
      return all.filter(file -> file.getFileName().toString().matches("[^.]+\\.yaml"))
          .map(ShippedQuestions::parse)
          .sorted(Comparator.comparingInt(ParsedQuiz::position))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Question.Typed> typed() {
    return questions()
        .filter(question -> question instanceof Question.Typed)
        .map(question -> (Question.Typed) question);
  }

  static Stream<Question> questions() {
    return quizzes().stream().flatMap(quiz -> quiz.questions().stream());
  }

  private static ParsedQuiz parse(Path file) {
    try {
      return Objects.requireNonNull(
          QuizFile.parse(file.getFileName().toString(), Files.readString(file)).quiz(),
          () -> file + " is no quiz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
