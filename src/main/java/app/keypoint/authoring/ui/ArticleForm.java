package app.keypoint.authoring.ui;

import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Consumer;

/** The article and where it comes from. */
final class ArticleForm extends ItemForm {

  private final TextField title;
  private final TextField author;
  private final TextField section;
  private final TextArea text;
  private final Checkbox readable;
  private final Map<String, Noted> places;

  ArticleForm(ItemBody.Article article, Consumer<ItemBody> onEdit) {
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
    add(text, readable, title, author, section);
    places =
        Map.of(
            "title", Noted.beside(title),
            "author", Noted.beside(author),
            "section", Noted.beside(section),
            "text", Noted.beside(text));
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
