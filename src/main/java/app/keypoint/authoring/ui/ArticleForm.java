package app.keypoint.authoring.ui;

import app.keypoint.authoring.Articles.Brought;
import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The article and where it comes from. */
final class ArticleForm extends ItemForm {

  private final TextField title;
  private final TextField author;
  private final TextField section;
  private final TextArea text;
  private final Checkbox readable;
  private final Map<String, Noted> places;

  /**
   * @param read takes a file's name and bytes
   * @param before called before what came in a file takes the place of the text
   */
  ArticleForm(
      ItemBody.Article article,
      BiFunction<String, byte[], Brought> read,
      Runnable before,
      Consumer<ItemBody> onEdit) {
    super(onEdit);
    title = line("title", "authoring.article.title", article.title());
    author = line("author", "authoring.article.author", article.author());
    section = line("section", "authoring.article.section", article.section());
    text =
        Fields.text(
            "text",
            getTranslation("authoring.article.text"),
            article.text(),
            ItemBody.MAX_ARTICLE,
            this::edited);
    text.setMinRows(8);
    text.setMaxRows(24);
    readable =
        Fields.check(
            getTranslation("authoring.article.readable"), article.readable(), this::edited);
    add(
        text,
        new ArticleUpload(read, words -> take(words, before)),
        readable,
        title,
        author,
        section);
    places =
        Map.of(
            "title", Noted.beside(title),
            "author", Noted.beside(author),
            "section", Noted.beside(section),
            "text", Noted.beside(text));
  }

  private void take(String words, Runnable before) {
    before.run();
    asOne(() -> text.setValue(words));
  }

  private TextField line(String name, String key, String value) {
    return Fields.line(name, getTranslation(key), value, ItemBody.MAX_LINE, this::edited);
  }

  @Override
  ItemBody body() {
    return new ItemBody.Article(
        title.getValue(),
        author.getValue(),
        section.getValue(),
        text.getValue(),
        readable.getValue());
  }

  @Override
  Map<String, Noted> places() {
    return places;
  }

  @Override
  Focusable<? extends Component> first() {
    return text;
  }
}
