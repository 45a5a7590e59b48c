package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Articles.Brought;
import app.keypoint.authoring.ItemBody;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The article and where it comes from. */
final class ArticleForm extends ItemForm {

  private final TextField title;
  private final TextField author;
  private final TextField section;
  private final TextArea text;
  private final Checkbox readable;
  private final Map<String, FindingSlot> places;
  private final Div tooLong = new Div();

  /**
   * @param read takes a file's name and bytes
   * @param plain makes paragraphs in Markdown of words alone, and of such paragraphs the same;
   *     throws {@link Articles.TooLong}
   * @param before called before other words take the place of the text
   */
  ArticleForm(
      ItemBody.Article article,
      BiFunction<String, byte[], Brought> read,
      UnaryOperator<String> plain,
      Runnable before,
      Predicate<ItemBody> onEdit) {
    super(onEdit);
    title = line("title", "authoring.article.title", article.title());
    author = line("author", "authoring.article.author", article.author());
    section = line("section", "authoring.article.section", article.section());
    text = text("text", "authoring.article.text", article.text(), ItemBody.MAX_ARTICLE);
    text.setMinRows(8);
    text.setMaxRows(24);
    readable =
        Fields.check(
            "readable",
            getTranslation("authoring.article.readable"),
            article.readable(),
            this::edited);
    NativeButton words =
        new NativeButton(
            getTranslation("authoring.article.plain"), click -> takePlain(plain, before));
    words.addClassName("link");
    Div about = new Div(new Span(getTranslation("authoring.article.markdown") + " "), words);
    about.addClassNames("muted", "small");
    add(
        text,
        about,
        tooLong,
        new ArticleUpload(read, brought -> take(brought, before)),
        readable,
        title,
        author,
        section);
    places =
        Map.of(
            "title", FindingSlot.beside(title),
            "author", FindingSlot.beside(author),
            "section", FindingSlot.beside(section),
            "text", FindingSlot.beside(text));
  }

  /** What was pasted from elsewhere as it is, whatever its signs mean in Markdown. */
  private void takePlain(UnaryOperator<String> plain, Runnable before) {
    tooLong.removeAll();
    try {
      String words = plain.apply(text.getValue());
      if (!words.equals(text.getValue())) {
        var unused = take(words, before);
      }
    } catch (Articles.TooLong e) {
      tooLong.add(
          Alerts.problem(
              getTranslation("authoring.file." + Articles.Reason.TOO_LONG, ItemBody.MAX_ARTICLE)));
    }
  }

  /** Answers whether it is saved. */
  private boolean take(String words, Runnable before) {
    before.run();
    return asOne(() -> text.setValue(words));
  }

  @Override
  public ItemBody body() {
    return new ItemBody.Article(
        title.getValue(),
        author.getValue(),
        section.getValue(),
        text.getValue(),
        readable.getValue());
  }

  @Override
  Map<String, FindingSlot> places() {
    return places;
  }

  @Override
  public Focusable<? extends Component> first() {
    return text;
  }
}
