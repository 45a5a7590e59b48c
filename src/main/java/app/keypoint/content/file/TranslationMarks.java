package app.keypoint.content.file;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.format.YamlTree;
import app.keypoint.content.picture.PicturesBeside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes into a translation of which wording of the original each of its parts is. */
public final class TranslationMarks {

  private TranslationMarks() {}

  /**
   * The command {@code mark FILE [ID...]}: marks what has no mark yet, and the parts named, which
   * somebody has looked at again.
   */
  public static void run(List<String> arguments) throws IOException {
    Path file = Path.of(arguments.getFirst());
    String name = String.valueOf(file.getFileName());
    TranslationName of =
        TranslationName.of(name)
            .orElseThrow(
                () -> new IllegalArgumentException(name + " is not named like NAME.zh-CN.yaml"));
    QuizFile original =
        QuizFile.parse(
            of.original(),
            Files.readString(file.resolveSibling(of.original())),
            PicturesBeside.of(file));
    if (original.quiz() == null) {
      throw new IllegalArgumentException(of.original() + " is not a quiz; mend it first");
    }
    Set<String> seen = Set.copyOf(arguments.subList(1, arguments.size()));
    try {
      Files.writeString(file, marked(Files.readString(file), original.quiz(), seen));
    } catch (YamlTree.Unreadable e) {
      throw new IllegalArgumentException(e.finding(name).toString(), e);
    }
  }

  /**
   * The text of a translation with its marks.
   *
   * @param seen ids of key points and questions, or the quiz's own, whose mark is to be renewed
   */
  static String marked(String text, ParsedQuiz original, Set<String> seen)
      throws YamlTree.Unreadable {
    Map<String, String> marks = new HashMap<>();
    for (KeyPoint point : original.keyPoints()) {
      marks.put("keyPoints " + point.id(), OriginalMark.of(point));
    }
    for (Question question : original.questions()) {
      marks.put("questions " + question.id(), OriginalMark.of(question));
    }
    YamlTree tree = YamlTree.read(text);
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    Map<Integer, String> added = new TreeMap<>();
    mark(
        tree, "", "/schema", OriginalMark.of(original), seen.contains(original.id()), lines, added);
    for (String list : List.of("keyPoints", "questions")) {
      for (int i = 0; i < tree.root().path(list).size(); i++) {
        String pointer = "/" + list + "/" + i;
        String id = tree.root().at(pointer + "/id").asString();
        String mark = marks.get(list + " " + id);
        if (mark != null) {
          mark(tree, pointer, pointer + "/id", mark, seen.contains(id), lines, added);
        }
      }
    }
    List<Integer> below = new ArrayList<>(added.keySet());
    below.reversed().forEach(line -> lines.add(line, String.valueOf(added.get(line))));
    return String.join("\n", lines);
  }

  /** Renews the line of a mark, or notes a line to add below that of the id. */
  private static void mark(
      YamlTree tree,
      String pointer,
      String id,
      String mark,
      boolean renew,
      List<String> lines,
      Map<Integer, String> added) {
    if (!tree.root().at(pointer + "/of").isMissingNode()) {
      if (renew) {
        int line = tree.place(pointer + "/of").line() - 1;
        lines.set(line, lines.get(line).replaceFirst("\\bof:\\s*\\S*", "of: " + mark));
      }
    } else {
      YamlTree.Place place = tree.place(id);
      added.put(place.line(), " ".repeat(place.column() - 1) + "of: " + mark);
    }
  }
}
