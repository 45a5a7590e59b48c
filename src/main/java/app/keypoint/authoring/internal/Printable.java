package app.keypoint.authoring.internal;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.BlankText;
import app.keypoint.authoring.ItemBody.ImageText;
import app.keypoint.authoring.ItemBody.OptionText;
import app.keypoint.authoring.ItemBody.WrongText;
import java.util.List;

/** What was typed or pasted, without the characters that no quiz file may hold. */
public final class Printable {

  private Printable() {}

  static ItemBody of(ItemBody body) {
    return switch (body) {
      case ItemBody.Heading h ->
          new ItemBody.Heading(line(h.title()), h.position(), lines(h.terms()));
      case ItemBody.Article a ->
          new ItemBody.Article(
              line(a.title()), line(a.author()), line(a.section()), text(a.text()), a.readable());
      case ItemBody.KeyPoint k ->
          new ItemBody.KeyPoint(
              line(k.title()), line(k.topic()), text(k.text()), k.paragraph(), text(k.passage()));
      case ItemBody.Question q ->
          new ItemBody.Question(
              q.type(),
              line(q.keyPointId()),
              text(q.stem()),
              q.options().stream()
                  .map(
                      o -> new OptionText(line(o.id()), text(o.text()), o.correct(), text(o.why())))
                  .toList(),
              line(q.answer()),
              lines(q.accept()),
              wrongs(q.wrong()),
              q.more().stream()
                  .map(b -> new BlankText(lines(b.accept()), wrongs(b.wrong())))
                  .toList(),
              q.typos(),
              text(q.exact()),
              text(q.explanation()),
              text(q.passage()),
              new ImageText(line(q.image().file()), text(q.image().alt())));
    };
  }

  /** Lines of any system end in a line feed; other control characters and halves of letters go. */
  public static String text(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    typed
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(Printable::keeps)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  public static String line(String typed) {
    return text(typed).replace('\n', ' ');
  }

  private static List<WrongText> wrongs(List<WrongText> typed) {
    return typed.stream().map(w -> new WrongText(line(w.text()), text(w.why()))).toList();
  }

  private static List<String> lines(List<String> typed) {
    return typed.stream().map(Printable::line).toList();
  }

  private static boolean keeps(int c) {
    return c == '\n'
        || c == '\t'
        || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}
