package app.keypoint.content.ui;

import app.keypoint.content.Worded;
import app.keypoint.content.grading.Outcome;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was typed into one field and how it was counted. */
class RevealedText extends Div {

  private final Div text;

  /**
   * @param typed as it was typed, in a language
   * @param answer that feedback shows
   * @param outcome null where it is not known what this alone was worth
   */
  RevealedText(
      String label, Worded<String> typed, Worded<String> answer, @Nullable Outcome outcome) {
    addClassNames("opt", "wrote");
    Span title = new Span(label);
    title.addClassNames("muted", "small");
    text = new Div(title);
    text.add(new Div(typed.text().isBlank() ? getTranslation("content.nothing") : typed.text()));
    add(text);
    if (outcome != null) {
      worth(outcome, typed.language(), answer);
    }
  }

  private void worth(Outcome outcome, Locale language, Worded<String> answer) {
    addClassName(outcome.right() ? "right" : "wrong");
    if (outcome.why() != null) {
      say(Rich.html(outcome.why(), language));
    }
    if (outcome.match() == Outcome.Match.TYPO) {
      say(around(answer, "content.typo"));
    }
    Span tag =
        new Span(
            getTranslation("content.match." + Objects.requireNonNullElse(outcome.match(), "NONE")));
    tag.addClassNames("tag", outcome.right() ? "ok" : "bad");
    add(tag);
  }

  private static Span around(Worded<String> answer, String key) {
    return QuizTexts.around(answer.text(), answer.language(), key);
  }

  /** Says more beneath. */
  final void say(Span more) {
    text.add(new Paragraph(more));
  }

  /** Puts more beneath. */
  final void put(Component more) {
    text.add(more);
  }
}
