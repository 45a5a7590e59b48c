package app.keypoint.authoring.ui.article;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The article beside the form: what of it is asked, and passages to be marked. */
public final class ArticlePane extends Section {

  private final SelectableArticle text;
  private final Paragraph facts = new Paragraph();
  private final NativeButton point;
  private final NativeButton ask;
  private @Nullable ArticleMap shown;

  /**
   * @param onPoint called with the words from which a key point is to be made
   * @param onAsk called with the words that the open question asks about
   */
  public ArticlePane(Consumer<String> onPoint, Consumer<String> onAsk) {
    addClassNames("card", "article-pane");
    H2 title = new H2(getTranslation("authoring.article"));
    title.addClassNames("muted", "small");
    facts.addClassNames("muted", "small");
    text = new SelectableArticle(getTranslation("authoring.article.mark"));
    point = button("authoring.article.to-point", onPoint);
    point.getElement().setAttribute("data-article-key", "Enter");
    ask = button("authoring.article.to-question", onAsk);
    ask.getElement().setAttribute("data-article-key", " ");
    Div actions = new Div(point, ask);
    actions.addClassName("actions");
    add(title, facts, legend(), actions, text);
  }

  /** What the signs beside and below sentences say, each shown as it is there. */
  private Paragraph legend() {
    Span point = new Span(getTranslation("authoring.article.legend.point"));
    point.addClassName("point");
    Span asked = new Span(getTranslation("authoring.article.legend.asked"));
    asked.getElement().setAttribute("data-asked", "1");
    Span often = new Span(getTranslation("authoring.article.legend.often"));
    often.getElement().setAttribute("data-asked", "3");
    Paragraph legend = new Paragraph(point, asked, often);
    legend.addClassNames("legend", "small");
    return legend;
  }

  private NativeButton button(String key, Consumer<String> onMark) {
    NativeButton button = new NativeButton(getTranslation(key));
    button.addClassName("btn");
    button.addClickListener(
        click ->
            text.marked(
                quote -> {
                  if (quote.length() > ItemBody.MAX_TEXT) {
                    Notification.show(
                        getTranslation("authoring.article.too-much", ItemBody.MAX_TEXT));
                  } else if (quote.isBlank()) {
                    Notification.show(getTranslation("authoring.article.nothing"));
                  } else {
                    onMark.accept(quote.strip());
                  }
                }));
    return button;
  }

  /** Goes to its sentences. */
  public void focus() {
    text.focus();
  }

  public void show(Draft draft, DraftItem open) {
    // Passages are found in the words, so words are what is marked.
    ArticleMap map = ArticleMap.of(draft);
    setVisible(!map.paragraphs().isEmpty());
    ask.setEnabled(open.kind() == ItemKind.QUESTION);
    if (!map.equals(shown)) {
      shown = map;
      text.show(json(map));
      int sentences = (int) sentences(map).count();
      facts.setText(
          getTranslation("authoring.article.facts", sentences, sentences - map.unasked()));
    }
  }

  private static Stream<ArticleMap.Sentence> sentences(ArticleMap map) {
    return map.paragraphs().stream().flatMap(List::stream);
  }

  private ArrayNode json(ArticleMap map) {
    ArrayNode paragraphs = JsonNodeFactory.instance.arrayNode();
    for (List<ArticleMap.Sentence> paragraph : map.paragraphs()) {
      ArrayNode sentences = paragraphs.addArray();
      for (ArticleMap.Sentence sentence : paragraph) {
        ObjectNode one = sentences.addObject().put("text", sentence.text());
        if (sentence.points() > 0 || sentence.questions() > 0) {
          one.put("point", sentence.points() > 0)
              .put("asked", Math.min(sentence.questions(), 3))
              .put(
                  "note",
                  getTranslation(
                      "authoring.article.note", sentence.points(), sentence.questions()));
        }
      }
    }
    return paragraphs;
  }
}
