package app.keypoint.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.grading.Grading;
import app.keypoint.content.grading.TypedMatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The shipped quizzes in Chinese: whole, of today's wording, and open to what people type. */
class ShippedTranslationsTest {

  private static final String LANGUAGE = ".zh-CN.yaml";
  private static final Map<String, TranslationFile> FILES = new TreeMap<>();
  private static final Map<String, Map<String, List<Object>>> TYPED = new TreeMap<>();

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void read() {
    for (Path original : files("quizzes", "[^.]+\\.yaml")) {
      String name = original.getFileName().toString().replace(".yaml", LANGUAGE);
      ParsedQuiz quiz =
          Objects.requireNonNull(QuizFile.parse(original.toString(), text(original)).quiz());
      FILES.put(name, TranslationFile.parse(name, text(original.resolveSibling(name)), quiz));
    }
    for (Path answers : files("src/test/resources/typed-answers", ".+\\.zh-CN\\.yaml")) {
      TYPED.putAll(
          (Map<String, Map<String, List<Object>>>)
              new Load(LoadSettings.builder().build()).loadFromString(text(answers)));
    }
  }

  @Test
  void haveNothingMissingOrphanedOrOutOfDate() {
    assertThat(FILES).hasSize(5);
    assertThat(FILES.values().stream().flatMap(file -> file.findings().stream())).isEmpty();
  }

  @Test
  void answersAreTriedOnEachQuestion() {
    assertThat(TYPED.keySet())
        .containsExactlyInAnyOrderElementsOf(typed().map(Question::id).toList());
    assertThat(TYPED)
        .allSatisfy(
            (id, answers) -> {
              assertThat(answers.get("right")).as(id).hasSizeGreaterThanOrEqualTo(8);
              assertThat(answers.get("wrong")).as(id).hasSizeGreaterThanOrEqualTo(4);
            });
  }

  @Test
  void countWhenAPersonWouldCountThem() {
    List<String> refused = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    typed()
        .forEach(
            question -> {
              Map<String, List<Object>> answers = TYPED.getOrDefault(question.id(), Map.of());
              answers.getOrDefault("right", List.of()).stream()
                  .filter(answer -> !right(question, answer))
                  .forEach(answer -> refused.add(question.id() + ": " + answer));
              answers.getOrDefault("wrong", List.of()).stream()
                  .filter(answer -> right(question, answer))
                  .forEach(answer -> accepted.add(question.id() + ": " + answer));
            });
    assertThat(refused).as("right, and refused").isEmpty();
    assertThat(accepted).as("wrong, and accepted").isEmpty();
  }

  @Test
  void areRightOnOneCardAlone() {
    Map<String, String> cardOf = new HashMap<>();
    List<String> twice = new ArrayList<>();
    typed()
        .forEach(
            question ->
                question.keys().stream()
                    .flatMap(key -> Stream.concat(Stream.of(key.answer()), key.accept().stream()))
                    .forEach(
                        answer -> {
                          String other =
                              cardOf.putIfAbsent(TypedMatch.normalise(answer), question.id());
                          if (other != null && !other.equals(question.id())) {
                            twice.add(answer + ": " + other + ", " + question.id());
                          }
                        }));
    assertThat(twice).isEmpty();
  }

  private static Stream<Question.Typed> typed() {
    return FILES.values().stream()
        .flatMap(file -> Objects.requireNonNull(file.translation()).questions().values().stream())
        .filter(question -> question instanceof Question.Typed)
        .map(question -> (Question.Typed) question);
  }

  private static boolean right(Question question, Object typed) {
    return Grading.outcome(
            question, new Response.Typed(typed.toString(), false, Locale.SIMPLIFIED_CHINESE))
        .right();
  }

  private static List<Path> files(String folder, String name) {
    try (Stream<Path> all = Files.list(Path.of(folder))) {
      return all.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
