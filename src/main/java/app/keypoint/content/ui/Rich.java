package app.keypoint.content.ui;

import com.vaadin.flow.component.html.Span;

/** Shows HTML that {@link app.keypoint.content.Markdown} made safe. */
public final class Rich {

  private Rich() {}

  /** A text of a quiz file, rendered. */
  public static Span html(String safeHtml) {
    Span span = new Span();
    span.getElement().setProperty("innerHTML", safeHtml);
    return span;
  }
}
