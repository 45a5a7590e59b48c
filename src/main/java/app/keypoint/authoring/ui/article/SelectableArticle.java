package app.keypoint.authoring.ui.article;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;

/** An article in which sentences are chosen by keys, and any words by the mouse. */
@Tag("kp-article")
@JsModule("context://assets/article.js")
final class SelectableArticle extends Component implements Focusable<SelectableArticle> {

  SelectableArticle(String label) {
    getElement().setAttribute("aria-label", label);
  }

  void show(ArrayNode paragraphs) {
    getElement().setPropertyJson("paragraphs", paragraphs);
  }

  /** Asks for the words that are marked; an empty string when there are none. */
  void marked(Consumer<String> then) {
    getElement().executeJs("return this.quote()").then(String.class, then::accept);
  }
}
