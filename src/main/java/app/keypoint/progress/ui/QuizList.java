package app.keypoint.progress.ui;

import app.keypoint.progress.QuizProgress;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;

/** Quizzes as rows: what each is, how it stands, what to do next. */
final class QuizList extends UnorderedList {

  QuizList(List<QuizProgress> quizzes, Instant now) {
    addClassNames("rows", "quiz-list");
    quizzes.forEach(quiz -> add(row(quiz, now)));
  }

  private static ListItem row(QuizProgress quiz, Instant now) {
    Span facts = new Span(QuizFacts.now(quiz, now));
    facts.addClassNames("muted", "small");
    Div name = new Div(QuizLinks.page(quiz), facts);
    name.addClassName("stacked");
    ListItem row = new ListItem(name, QuizFacts.standing(quiz));
    QuizLinks.action(quiz).ifPresent(row::add);
    return row;
  }
}
