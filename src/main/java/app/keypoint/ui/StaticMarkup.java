package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import org.jsoup.nodes.Document;

/**
 * Parts of a screen that nobody changes once they are shown: words, figures and links. As elements
 * of the server's they would each take a kilobyte of every open page's memory and some 300 bytes of
 * what is sent; as markup they take their letters.
 */
public final class StaticMarkup {

  private static final String MARKUP = "innerHTML";

  private StaticMarkup() {}

  /**
   * Makes markup of all that is in a component, and lets go of the parts. The component itself
   * stays.
   *
   * @throws IllegalArgumentException if a part listens, is hidden or has a property, which markup
   *     cannot have
   */
  public static <T extends Component> T of(T component) {
    Element root = component.getElement();
    Document markup = new Document("");
    markup.outputSettings().prettyPrint(false);
    root.getChildren()
        .peek(StaticMarkup::check)
        .forEach(part -> markup.appendChild(ElementUtil.toJsoup(markup, part)));
    root.removeAllChildren();
    root.setProperty(MARKUP, markup.html());
    return component;
  }

  private static void check(Element part) {
    if (part.isTextNode()) {
      return;
    }
    boolean listens = part.getNode().getFeatureIfInitialized(ElementListenerMap.class).isPresent();
    if (listens || !part.isVisible() || !part.getPropertyNames().allMatch(MARKUP::equals)) {
      throw new IllegalArgumentException("More than markup: " + part.getOuterHTML());
    }
    part.getChildren().forEach(StaticMarkup::check);
  }
}
