package app.keypoint.content.file;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Option;
import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.format.ClozeSyntax;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.format.QuizReader;
import app.keypoint.content.format.Report;
import app.keypoint.content.lint.BlankRules;
import app.keypoint.content.lint.Item;
import app.keypoint.content.lint.Lint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Puts a translation, which keeps to its schema, together with its original. What does not fit is
 * reported and left out: it goes on being asked in the original language.
 */
final class TranslationReader {

  private final JsonNode root;
  private final ParsedQuiz original;
  private final Report report;
  private final Map<KeyPoint, KeyPoint> keyPoints = new HashMap<>();
  private final Map<Question, Question> questions = new HashMap<>();
  private final List<Item> items = new ArrayList<>();
  private int stale;

  TranslationReader(JsonNode root, ParsedQuiz original, Report report) {
    this.root = root;
    this.original = original;
    this.report = report;
  }

  Translation read() {
    checkMark(root, "", OriginalMark.of(original));
    Map<String, KeyPoint> points = byId(original.keyPoints(), KeyPoint::id);
    each("keyPoints", points, "key point", this::keyPoint);
    Map<String, Question> asked = byId(original.questions(), Question::id);
    each("questions", asked, "question", this::question);
    Lint.checkTranslation(items, report);
    return new Translation(
        root.path("title").asString(),
        QuizReader.article(root.path("article")),
        Map.copyOf(keyPoints),
        Map.copyOf(questions),
        stale);
  }

  private record Entry(JsonNode node, String pointer) {
    String id() {
      return node.path("id").asString();
    }
  }

  /** Reads the entries of a list that have an original, and reports the rest. */
  private <T> void each(
      String list, Map<String, T> wanted, String what, BiConsumer<Entry, T> read) {
    Set<String> found = new HashSet<>();
    JsonNode nodes = root.path(list);
    for (int i = 0; i < nodes.size(); i++) {
      Entry entry = new Entry(nodes.get(i), "/" + list + "/" + i);
      T part = wanted.get(entry.id());
      if (part == null) {
        report.warn(
            "orphaned-translation",
            entry.pointer + "/id",
            "The original has no " + what + " `" + entry.id() + "`.",
            "Remove it, or give it the id that it has there.");
      } else if (!found.add(entry.id())) {
        report.error(
            "duplicate-id",
            entry.pointer + "/id",
            "`" + entry.id() + "` is here twice.",
            "Remove one of the two.");
      } else {
        read.accept(entry, part);
      }
    }
    wanted.keySet().stream()
        .filter(id -> !found.contains(id))
        .forEach(
            id ->
                report.warn(
                    "missing-translation",
                    "/" + list,
                    "The " + what + " `" + id + "` is not translated.",
                    "Add it; until then it is shown in the original language."));
  }

  private void keyPoint(Entry entry, KeyPoint point) {
    checkMark(entry.node, entry.pointer, OriginalMark.of(point));
    keyPoints.put(
        point,
        new KeyPoint(
            point.id(),
            point.quizId(),
            entry.node.path("title").asString(),
            topic(entry, point),
            entry.node.path("text").asString(),
            point.paragraph()));
  }

  private @Nullable String topic(Entry entry, KeyPoint original) {
    if (entry.node.has("topic")) {
      return entry.node.path("topic").asString();
    }
    if (original.topic() != null) {
      report.warn(
          "missing-translation",
          entry.pointer,
          "The topic of `" + original.id() + "` is not translated.",
          "Add a `topic` that holds no answer; until then learners see the title.");
    }
    return null;
  }

  private void question(Entry entry, Question question) {
    Question translated = translated(question, entry);
    if (translated != null) {
      translated = translated.showing(picture(question, entry));
      checkMark(entry.node, entry.pointer, OriginalMark.of(question));
      questions.put(question, translated);
      items.add(Item.of(translated, entry.pointer));
    }
  }

  /** The image of the original, with words of its own. */
  private @Nullable Picture picture(Question original, Entry entry) {
    Picture picture = original.picture();
    String alt = entry.node.path("image").path("alt").asString("");
    if (picture == null && !alt.isEmpty()) {
      report.warn(
          "orphaned-translation",
          entry.pointer + "/image",
          "The original of `" + entry.id() + "` has no image.",
          "Remove it.");
    } else if (picture != null && alt.isEmpty()) {
      report.warn(
          "missing-translation",
          entry.pointer,
          "The words for the image of `" + entry.id() + "` are not translated.",
          "Add `image: {alt: ...}`; until then they are those of the original.");
    }
    return picture == null || alt.isEmpty() ? picture : picture.saying(alt);
  }

  private @Nullable Question translated(Question question, Entry entry) {
    JsonNode node = entry.node;
    String point = question.keyPointId();
    String stem = node.path("stem").asString();
    String why = node.path("explanation").asString();
    boolean fits =
        switch (question) {
          case Question.Choice choice -> sameKind(entry, "options") && sameKey(choice, entry);
          case Question.Recall recall -> sameKind(entry, "answer");
          case Question.Cloze cloze -> sameKind(entry, "") && sameBlanks(cloze, entry);
        };
    if (!fits) {
      return null;
    }
    return switch (question) {
      case Question.Single q -> new Question.Single(q.id(), point, stem, options(q, node), why);
      case Question.Multi q -> new Question.Multi(q.id(), point, stem, options(q, node), why);
      case Question.Recall q ->
          new Question.Recall(
              q.id(),
              point,
              stem,
              forgiving(QuizReader.key(node, node.path("answer").asString()), q),
              why);
      case Question.Cloze q ->
          new Question.Cloze(
              q.id(),
              point,
              stem,
              QuizReader.keys(node, stem).stream().map(key -> forgiving(key, q)).toList(),
              why);
    };
  }

  /** Whether an entry has what its kind of question wants, and nothing of another kind. */
  private boolean sameKind(Entry entry, String wanted) {
    for (String field : List.of("options", "answer")) {
      if (entry.node.has(field) != field.equals(wanted)) {
        report.warn(
            "other-kind",
            entry.pointer,
            field.equals(wanted)
                ? "The original has `" + field + "`, and this has not."
                : "The original has no `" + field + "`.",
            "Give it the fields of its original; until then it is asked in the original language.");
        return false;
      }
    }
    return true;
  }

  private boolean sameKey(Question.Choice choice, Entry entry) {
    Map<String, Boolean> wanted =
        choice.options().stream().collect(Collectors.toMap(Option::id, Option::correct));
    List<Option> options = QuizReader.options(entry.node);
    boolean same = options.size() == wanted.size();
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      Boolean correct = wanted.get(option.id());
      if (correct == null || correct != option.correct()) {
        same = false;
        report.warn(
            "other-key",
            entry.pointer + "/options/" + i,
            correct == null
                ? "The original has no option `" + option.id() + "`."
                : "Option `%s` is %s here and %s in the original."
                    .formatted(option.id(), word(option.correct()), word(correct)),
            "Keep the ids and the key of the original; until then it is asked in its language.");
      }
    }
    Set<String> missing = new HashSet<>(wanted.keySet());
    options.forEach(option -> missing.remove(option.id()));
    if (!missing.isEmpty()) {
      same = false;
      report.warn(
          "other-key",
          entry.pointer + "/options",
          "Options of the original are missing: " + String.join(", ", missing) + ".",
          "Translate each; until then it is asked in the original language.");
    }
    return same;
  }

  private static String word(boolean correct) {
    return correct ? "right" : "wrong";
  }

  /** In the order of the original, and with its key. */
  private static List<Option> options(Question.Choice choice, JsonNode node) {
    Map<String, Option> byId = byId(QuizReader.options(node), Option::id);
    return choice.options().stream()
        .map(option -> Objects.requireNonNull(byId.get(option.id())))
        .toList();
  }

  /** As the original forgives slips. */
  private static TypedKey forgiving(TypedKey stated, Question.Typed original) {
    return new TypedKey(
        stated.answer(), stated.accept(), stated.wrong(), original.keys().getFirst().typos());
  }

  /**
   * Whether there are as many blanks as in the original, in whatever order the language wants them.
   * None and too many are errors of the stem itself.
   */
  private boolean sameBlanks(Question.Cloze cloze, Entry entry) {
    BlankRules.stated(entry.node, entry.pointer, report);
    int blanks = ClozeSyntax.answers(entry.node.path("stem").asString()).size();
    int wanted = cloze.keys().size();
    if (blanks == wanted || blanks == 0 || blanks > Question.Cloze.MAX_BLANKS) {
      return true;
    }
    report.warn(
        "other-key",
        entry.pointer + "/stem",
        "The stem has %d %s, and the original has %d."
            .formatted(blanks, blanks == 1 ? "blank" : "blanks", wanted),
        "Leave as many blanks as the original; until then it is asked in its language.");
    return false;
  }

  private void checkMark(JsonNode node, String pointer, String now) {
    String of = node.path("of").asString("");
    if (!of.equals(now)) {
      stale++;
      report.warn(
          "stale-translation",
          pointer + "/of",
          of.isEmpty()
              ? "It does not say which wording of the original it translates."
              : "The original has changed since this was translated.",
          "Compare the two, then write `of: " + now + "`.");
    }
  }

  private static <T> Map<String, T> byId(List<T> parts, Function<T, String> id) {
    return parts.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one));
  }
}
