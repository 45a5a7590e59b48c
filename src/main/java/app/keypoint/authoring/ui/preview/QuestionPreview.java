package app.keypoint.authoring.ui.preview;

import app.keypoint.authoring.Draft;
import app.keypoint.content.Question;
import app.keypoint.content.ui.QuestionPanel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;

/**
 * The question as learners will see it, beside the form. Nothing in it takes the focus or a key;
 * {@link TryView} is where it can be answered.
 */
public final class QuestionPreview extends Section {

  private final Div place = new Div();
  private @Nullable Question shown;

  public QuestionPreview() {
    addClassNames("preview", "card");
    H2 title = new H2(getTranslation("authoring.preview"));
    title.addClassNames("muted", "small");
    add(title, place);
  }

  /**
   * @param question null while it is not complete
   */
  public void show(Draft draft, @Nullable Question question) {
    if (question == null) {
      place.removeAll();
      shown = null;
      Paragraph note = new Paragraph(getTranslation("authoring.preview.incomplete"));
      note.addClassName("muted");
      place.add(note);
    } else if (!question.equals(shown)) {
      place.removeAll();
      shown = question;
      QuestionPanel panel = new QuestionPanel(response -> {}, () -> {});
      panel.ask(Trial.asked(draft, question));
      Div still = new Div(panel);
      still.getElement().setAttribute("inert", "");
      place.add(still);
    }
  }
}
