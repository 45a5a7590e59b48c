package app.keypoint.authoring.ui.learners;

import app.keypoint.authoring.ui.editor.EditorView;
import app.keypoint.content.Markdown;
import app.keypoint.quiz.EverybodysAnswers;
import app.keypoint.quiz.EverybodysAnswers.OptionShare;
import app.keypoint.quiz.EverybodysAnswers.QuestionSum;
import app.keypoint.ui.Bar;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** How the questions of a quiz do among all who take it. */
final class FiguresCard extends Section {

  FiguresCard(String quizId, List<QuestionSum> sums) {
    addClassNames("card", "figures");
    Paragraph about =
        new Paragraph(
            getTranslation(
                sums.isEmpty() ? "authoring.figures.none" : "authoring.figures.text",
                EverybodysAnswers.FEWEST_LEARNERS));
    about.addClassNames("muted", "small");
    add(new H2(getTranslation("authoring.figures")), about);
    if (!sums.isEmpty()) {
      UnorderedList list = new UnorderedList();
      list.addClassName("rows");
      sums.forEach(sum -> list.add(question(quizId, sum)));
      add(list);
    }
  }

  private ListItem question(String quizId, QuestionSum sum) {
    RouterLink link =
        new RouterLink(
            Markdown.text(sum.asked().question().prompt()),
            EditorView.class,
            EditorView.route(quizId, sum.asked().question().id()));
    Span facts =
        new Span(getTranslation("authoring.figures.facts", sum.learners(), sum.facility()));
    facts.addClassNames("muted", "small");
    ListItem item = new ListItem(new H3(link), facts);
    if (!sum.options().isEmpty()) {
      UnorderedList options = new UnorderedList();
      options.addClassName("shares");
      sum.options().forEach(option -> options.add(option(option)));
      item.add(options);
    }
    return item;
  }

  private ListItem option(OptionShare option) {
    Div words = new Div(new Span(Markdown.text(option.text())));
    if (option.correct()) {
      words.add(new Tag(getTranslation("authoring.figures.right"), Tag.Kind.OK));
    }
    words.addClassName("words");
    Span share = new Span(getTranslation("ui.percent", option.share()));
    share.getElement().setAttribute("aria-hidden", "true");
    Bar bar =
        new Bar(
            option.share(),
            getTranslation("authoring.figures.chose", option.share()),
            option.correct() ? Bar.Tone.RIGHT : Bar.Tone.PLAIN);
    return new ListItem(words, share, bar);
  }
}
