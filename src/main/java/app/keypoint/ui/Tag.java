package app.keypoint.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A few words in a pill; the words say what the colour says. */
public class Tag extends Span {

  /** The colour. */
  public enum Kind {
    PLAIN,
    OK,
    WARN,
    BAD;

    /** The class that it has beside {@code tag}. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Tag(String text, Kind kind) {
    super(text);
    addClassNames("tag", kind.style());
  }
}
