package app.keypoint.content.ui;

import app.keypoint.content.Outcome;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Objects;

/** What was typed and how it was counted; a learner may overrule. */
class RevealedText extends Div {

  RevealedText(
      Question.Typed question,
      Locale language,
      Response.Typed response,
      Outcome outcome,
      Runnable onOverrule) {
    addClassNames("opt", "wrote", outcome.right() ? "right" : "wrong");
    Span label = new Span(getTranslation("content.you-wrote"));
    label.addClassNames("muted", "small");
    boolean blank = response.text().isBlank();
    Div text = new Div(label);
    text.add(new Div(blank ? getTranslation("content.nothing") : response.text()));
    if (outcome.why() != null) {
      Paragraph why = new Paragraph();
      why.add(Rich.html(outcome.why(), response.language()));
      text.add(why);
    }
    if (outcome.match() == Outcome.Match.TYPO) {
      String answer = question.key().answer();
      text.add(new Paragraph(QuizTexts.around(answer, language, "content.typo")));
    }
    Span tag =
        new Span(
            getTranslation("content.match." + Objects.requireNonNullElse(outcome.match(), "NONE")));
    tag.addClassNames("tag", outcome.right() ? "ok" : "bad");
    add(text, tag);
    if (!outcome.right() && !blank) {
      NativeButton overrule = new NativeButton(getTranslation("content.i-was-right"));
      overrule.addClassNames("btn", "overrule");
      overrule.addClickListener(click -> onOverrule.run());
      text.add(overrule);
    }
  }
}
