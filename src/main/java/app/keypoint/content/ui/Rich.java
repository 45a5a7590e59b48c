package app.keypoint.content.ui;

import app.keypoint.content.Markdown;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Texts of quiz files, which {@link Markdown} makes safe. */
public final class Rich {

  private Rich() {}

  /** Rendered, and marked with its language where that is not the page's. */
  public static Span html(String markdown, Locale language) {
    Span span = new Span();
    span.getElement().setProperty("innerHTML", Markdown.html(markdown));
    return QuizTexts.marked(span, markdown, language);
  }

  /** In words alone, likewise. */
  public static Span text(String markdown, Locale language) {
    return QuizTexts.marked(new Span(Markdown.text(markdown)), language);
  }
}
