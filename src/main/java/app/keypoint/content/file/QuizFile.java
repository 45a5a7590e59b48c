package app.keypoint.content.file;

import app.keypoint.content.Finding;
import app.keypoint.content.Question;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.format.QuizReader;
import app.keypoint.content.format.Report;
import app.keypoint.content.format.SchemaCheck;
import app.keypoint.content.format.YamlTree;
import app.keypoint.content.lint.BlankRules;
import app.keypoint.content.lint.Item;
import app.keypoint.content.lint.Lint;
import app.keypoint.content.lint.PictureRules;
import app.keypoint.content.lint.Readable;
import app.keypoint.content.picture.PictureSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quiz file, read and checked.
 *
 * @param quiz null when its structure is not that of a quiz
 * @param ids all that it states, if it is a quiz: they must be unique over all files
 * @param findings in the order of the file
 */
public record QuizFile(
    String name, @Nullable ParsedQuiz quiz, List<StatedId> ids, List<Finding> findings) {

  /**
   * An id and where it stands.
   *
   * @param what and which: {@code question osg-001}
   */
  public record StatedId(String what, int line, int column) {}

  /** Reads and checks a file that has no images. */
  public static QuizFile parse(String name, String text) {
    return parse(name, text, PictureSource.NONE);
  }

  /** Reads and checks a file. Pure, and quick enough for every keystroke, as the images are. */
  public static QuizFile parse(String name, String text, PictureSource source) {
    PictureSource pictures = source.remembered();
    YamlTree tree;
    try {
      tree = YamlTree.read(text);
    } catch (YamlTree.Unreadable e) {
      return new QuizFile(name, null, List.of(), List.of(e.finding(name)));
    }
    Report report = new Report(name, tree);
    Set<String> faults = SchemaCheck.QUIZ.check(tree, report);
    ParsedQuiz quiz = faults.isEmpty() ? QuizReader.read(tree.root(), pictures) : null;
    Readable readable = Readable.of(tree.root(), faults, pictures);
    for (Item item : readable.items()) {
      if (item.question() instanceof Question.Cloze) {
        BlankRules.stated(tree.root().at(item.pointer()), item.pointer(), report);
      }
    }
    PictureRules.usable(tree, faults, pictures, report);
    Lint.check(readable, report);
    return new QuizFile(name, quiz, quiz == null ? List.of() : ids(quiz, tree), report.findings());
  }

  /**
   * The questions that keep to the structure of one, whatever else is at fault, and that can be
   * asked.
   */
  public static List<Question> readableQuestions(String text, PictureSource pictures) {
    try {
      YamlTree tree = YamlTree.read(text);
      Set<String> faults = SchemaCheck.QUIZ.check(tree, new Report("", tree));
      return Readable.of(tree.root(), faults, pictures).items().stream()
          .map(Item::question)
          .filter(question -> !(question instanceof Question.Cloze cloze) || askable(cloze))
          .toList();
    } catch (YamlTree.Unreadable e) {
      return List.of();
    }
  }

  private static boolean askable(Question.Cloze cloze) {
    return cloze.keys().size() <= Question.Cloze.MAX_BLANKS;
  }

  /** Whether it can be served. */
  public boolean ok() {
    return quiz != null && findings.stream().noneMatch(Finding::error);
  }

  /** The same with more findings. */
  public QuizFile with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new QuizFile(name, quiz, ids, List.copyOf(all));
  }

  private static List<StatedId> ids(ParsedQuiz quiz, YamlTree tree) {
    List<StatedId> ids = new ArrayList<>();
    ids.add(stated("quiz " + quiz.id(), "/id", tree));
    for (int i = 0; i < quiz.keyPoints().size(); i++) {
      ids.add(stated("key point " + quiz.keyPoints().get(i).id(), "/keyPoints/" + i + "/id", tree));
    }
    for (int i = 0; i < quiz.questions().size(); i++) {
      ids.add(stated("question " + quiz.questions().get(i).id(), "/questions/" + i + "/id", tree));
    }
    return ids;
  }

  private static StatedId stated(String what, String pointer, YamlTree tree) {
    return new StatedId(what, tree.place(pointer).line(), tree.place(pointer).column());
  }
}
