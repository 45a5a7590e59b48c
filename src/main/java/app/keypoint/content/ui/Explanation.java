package app.keypoint.content.ui;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;

/** Why the key is right, and the key point behind it. */
class Explanation extends Div {

  Explanation(Question question, Quiz quiz) {
    addClassNames("card", "explanation");
    H2 title =
        new H2(
            question instanceof Question.Typed typed
                ? getTranslation("content.answer-is", typed.key().answer())
                : getTranslation("content.why"));
    Paragraph explanation = new Paragraph();
    explanation.add(Rich.html(Markdown.html(question.explanation())));
    add(title, explanation);
    quiz.keyPoints().stream()
        .filter(keyPoint -> keyPoint.id().equals(question.keyPointId()))
        .findFirst()
        .ifPresent(keyPoint -> add(keyPoint(keyPoint, quiz)));
  }

  private Div keyPoint(KeyPoint keyPoint, Quiz quiz) {
    String section = quiz.article().section();
    Div source =
        new Div(
            keyPoint.paragraph() > 0
                ? getTranslation("content.source-paragraph", section, keyPoint.paragraph())
                : getTranslation("content.source", section));
    source.addClassNames("muted", "small");
    Paragraph text = new Paragraph();
    text.add(Rich.html(Markdown.html(keyPoint.text())));
    return new Div(source, new NativeDetails(getTranslation("content.show-key-point"), text));
  }
}
