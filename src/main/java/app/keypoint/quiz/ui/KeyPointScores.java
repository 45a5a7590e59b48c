package app.keypoint.quiz.ui;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Quiz;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.quiz.Attempt;
import app.keypoint.ui.Bar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** How many questions of each key point were right, in the quiz's order. */
class KeyPointScores extends Div {

  KeyPointScores(Attempt attempt, Quiz quiz) {
    addClassName("key-point-scores");
    for (KeyPoint keyPoint : quiz.keyPoints()) {
      List<Attempt.Item> items =
          attempt.items().stream()
              .filter(item -> item.asked().question().keyPointId().equals(keyPoint.id()))
              .toList();
      if (!items.isEmpty()) {
        add(row(keyPoint, items));
      }
    }
  }

  private Div row(KeyPoint keyPoint, List<Attempt.Item> items) {
    int right =
        (int)
            items.stream()
                .filter(item -> item.answer() != null && item.answer().outcome().right())
                .count();
    String words = getTranslation("quiz.score.right-of", right, items.size());
    Span figure = new Span(words);
    figure.addClassNames("small", "num");
    Bar bar = new Bar((double) right / items.size(), words);
    // The same words stand beside it.
    bar.getElement().removeAttribute("role").removeAttribute("aria-label");
    bar.getElement().setAttribute("aria-hidden", "true");
    Worded<KeyPoint> worded = QuizTexts.of(keyPoint);
    Div row = new Div(Rich.text(worded.text().title(), worded.language()), bar, figure);
    row.addClassName("row");
    return row;
  }
}
