package app.keypoint.quiz.ui;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Quiz;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.quiz.Attempt;
import app.keypoint.ui.ShareRow;
import com.vaadin.flow.component.html.Div;
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

  private ShareRow row(KeyPoint keyPoint, List<Attempt.Item> items) {
    int right =
        (int)
            items.stream()
                .filter(item -> item.answer() != null && item.answer().outcome().right())
                .count();
    Worded<KeyPoint> worded = QuizTexts.of(keyPoint);
    return new ShareRow(
        Rich.text(worded.text().title(), worded.language()),
        (double) right / items.size(),
        getTranslation("quiz.score.right-of", right, items.size()));
  }
}
