package app.keypoint.content.grading;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Question;
import app.keypoint.content.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What people type into the shipped quizzes, written down before the accepted answers were. */
class ShippedTypedAnswersTest {

  private static final Map<String, Map<String, List<Object>>> TYPED = new TreeMap<>();

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void read() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/typed-answers"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*/[^.]+\\.yaml")).toList()) {
        Load yaml = new Load(LoadSettings.builder().build());
        TYPED.putAll(
            (Map<String, Map<String, List<Object>>>) yaml.loadFromString(Files.readString(file)));
      }
    }
  }

  @Test
  void areTriedOnEachQuestion() {
    assertThat(TYPED.keySet())
        .containsExactlyInAnyOrderElementsOf(ShippedQuestions.typed().map(Question::id).toList());
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
    for (Question.Typed question : ShippedQuestions.typed().toList()) {
      Map<String, List<Object>> answers = TYPED.getOrDefault(question.id(), Map.of());
      for (Object typed : answers.getOrDefault("right", List.of())) {
        if (!outcome(question, typed).right()) {
          refused.add(question.id() + ": " + typed);
        }
      }
      for (Object typed : answers.getOrDefault("wrong", List.of())) {
        if (outcome(question, typed).right()) {
          accepted.add(question.id() + ": " + typed);
        }
      }
    }
    assertThat(refused).as("right, and refused").isEmpty();
    assertThat(accepted).as("wrong, and accepted").isEmpty();
  }

  @Test
  void areRightOnOneCardAlone() {
    Map<String, String> cardOf = new HashMap<>();
    List<String> twice = new ArrayList<>();
    ShippedQuestions.typed()
        .forEach(
            question ->
                question.keys().stream()
                    .flatMap(key -> Stream.concat(Stream.of(key.answer()), key.accept().stream()))
                    .forEach(
                        answer -> {
                          String form = EnglishForm.of(TypedMatch.normalise(answer));
                          String other = cardOf.putIfAbsent(form, question.id());
                          if (other != null && !other.equals(question.id())) {
                            twice.add(answer + ": " + other + ", " + question.id());
                          }
                        }));
    assertThat(twice).isEmpty();
  }

  private static Outcome outcome(Question question, Object typed) {
    return Grading.outcome(question, new Response.Typed(typed.toString(), false));
  }
}
