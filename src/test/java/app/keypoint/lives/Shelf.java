package app.keypoint.lives;

import app.keypoint.content.internal.Reloading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;

/** Two small quizzes in a folder of their own, whose questions come, go and are corrected. */
final class Shelf {

  /** Questions by quiz, in their order; two of each key point, so that the queue can mix them. */
  static final Map<String, List<String>> QUESTIONS =
      new TreeMap<>(
          Map.of(
              "fruit", List.of("f1", "f2", "f3", "f4", "f5"), "stone", List.of("s1", "s2", "s3")));

  /** Some that a life may begin without: they come later, or never. */
  static final Set<String> LATER = Set.of("f5", "s3");

  private static final Set<String> TYPED = Set.of("f2");

  /** With two blanks to type into. */
  private static final Set<String> BLANKS = Set.of("s3");

  private final Path folder;
  private final Set<String> retired = new HashSet<>();
  private final Set<String> corrected = new HashSet<>();
  private long written;

  Shelf(Path folder) {
    this.folder = folder;
    QUESTIONS.keySet().forEach(this::write);
  }

  /** Everything is served as at first, but for what is to come later. */
  void restock(ApplicationContext context, Set<String> later) {
    if (!retired.equals(later) || !corrected.isEmpty()) {
      retired.clear();
      retired.addAll(later);
      corrected.clear();
      QUESTIONS.keySet().forEach(this::write);
      Reloading.now(context);
    }
  }

  boolean served(String question) {
    return !retired.contains(question);
  }

  static String quizOf(String question) {
    return question.startsWith("f") ? "fruit" : "stone";
  }

  static String keyPointOf(String question) {
    return "kp-" + quizOf(question) + "-" + (question.charAt(1) - '0') / 2;
  }

  /** What is to be taken out or put back: mostly what is out, so that much is served. */
  String toggled(Op op) {
    return op.a() % 3 == 0
        ? op.question()
        : World.pick(retired.stream().sorted().toList(), op.b()).orElse(op.question());
  }

  /** Takes a question out or puts it back; the first of a quiz stays. */
  void toggle(ApplicationContext context, String question) {
    if (!retired.remove(question)) {
      retired.add(question);
    }
    write(quizOf(question));
    Reloading.now(context);
  }

  /** Another option (or another text) is right from now on. */
  void correct(ApplicationContext context, String question) {
    if (!corrected.remove(question)) {
      corrected.add(question);
    }
    write(quizOf(question));
    Reloading.now(context);
  }

  /** The files are as they were, only newer. */
  void loadAgain(ApplicationContext context, String question) {
    write(quizOf(question));
    Reloading.now(context);
  }

  private void write(String quiz) {
    StringBuilder text =
        new StringBuilder(
            """
            schema: 1
            id: %1$s
            title: On %1$s
            position: 1
            article: {title: On %1$s, author: Nobody, section: All of it}
            keyPoints:
            """
                .formatted(quiz));
    List<String> questions = QUESTIONS.get(quiz).stream().filter(this::served).toList();
    questions.stream()
        .map(Shelf::keyPointOf)
        .distinct()
        .forEach(
            point ->
                text.append(
                    "  - {id: %1$s, title: Point %1$s, text: What %1$s says., paragraph: 1}%n"
                        .formatted(point)));
    text.append("questions:\n");
    questions.forEach(question -> text.append(question(question)));
    try {
      Path file = Files.writeString(folder.resolve(quiz + ".yaml"), text);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++written)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String question(String id) {
    boolean changed = corrected.contains(id);
    if (BLANKS.contains(id)) {
      return """
        - id: %1$s
          type: cloze
          keyPoint: %2$s
          stem: "In %1$s the {{first}} goes before the {{%3$s}}."
          blanks: [{}, {accept: [same]}]
          explanation: It says so.
      """
          .formatted(id, keyPointOf(id), changed ? "another" : "second");
    }
    String head =
        "  - {id: %s, keyPoint: %s, stem: Which one is %s?, explanation: It says so., "
            .formatted(id, keyPointOf(id), id);
    if (TYPED.contains(id)) {
      return head + "type: recall, answer: %s}%n".formatted(changed ? "another" : "something");
    }
    return head
        + """
        type: single, options: [
            {id: a, text: Alpha %1$s%2$s},
            {id: b, text: Bravo %1$s%3$s},
            {id: c, text: Charlie %1$s, why: It is not.}]}
        """
            .formatted(
                id,
                changed ? ", why: It was." : ", correct: true",
                changed ? ", correct: true" : ", why: It is not.");
  }
}
