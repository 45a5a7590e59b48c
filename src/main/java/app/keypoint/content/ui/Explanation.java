package app.keypoint.content.ui;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.content.Worded;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/** Why the key is right, and the key point behind it. */
class Explanation extends Div {

  Explanation(Worded<Question> worded, AskedQuestion asked) {
    Quiz quiz = asked.quiz();
    addClassNames("card", "explanation");
    Question question = worded.text();
    Locale language = worded.language();
    H2 title =
        question instanceof Question.Typed typed
            ? new H2(QuizTexts.around(typed.answer(), language, "content.answer-is"))
            : new H2(getTranslation("content.why"));
    Paragraph explanation = new Paragraph();
    explanation.add(Rich.html(question.explanation(), language));
    add(title, explanation);
    quiz.keyPoints().stream()
        .filter(keyPoint -> keyPoint.id().equals(question.keyPointId()))
        .findFirst()
        .ifPresent(keyPoint -> add(keyPoint(keyPoint, quiz)));
    quiz.article().passageFor(question).ifPresent(passage -> add(passage(passage)));
    if (quiz.article().opens()) {
      add(article(asked.article()));
    }
  }

  /** The article's own words, which are as its author wrote them: no Markdown. */
  private Div passage(String words) {
    Div title = new Div(getTranslation("content.passage"));
    title.addClassNames("muted", "small");
    HtmlContainer quote = new HtmlContainer("blockquote");
    quote.setText(words);
    return new Div(title, QuizTexts.marked(quote, Translations.ORIGINAL));
  }

  /** In a tab of its own, so that whoever is in the middle of something stays there. */
  private Div article(String address) {
    Anchor read = new Anchor(address, getTranslation("content.read-article"));
    read.setTarget(AnchorTarget.BLANK);
    return new Div(read);
  }

  private Div keyPoint(KeyPoint keyPoint, Quiz quiz) {
    Worded<Quiz> named = QuizTexts.of(quiz);
    String section = named.text().article().section();
    Div source =
        new Div(
            keyPoint.paragraph() > 0
                ? QuizTexts.around(
                    section, named.language(), "content.source-paragraph", keyPoint.paragraph())
                : QuizTexts.around(section, named.language(), "content.source"));
    source.addClassNames("muted", "small");
    Paragraph text = new Paragraph();
    Worded<KeyPoint> said = QuizTexts.of(keyPoint);
    text.add(Rich.html(said.text().text(), said.language()));
    return new Div(source, new NativeDetails(getTranslation("content.show-key-point"), text));
  }
}
