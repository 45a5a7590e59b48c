package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import java.util.List;

/** A draft as the question's panel wants to have it. */
final class Trial {

  private Trial() {}

  static QuestionVersion version(Draft draft, Question question) {
    return new QuestionVersion(0, draft.id(), 1, question);
  }

  static Quiz quiz(Draft draft) {
    ItemBody.Article article = new ItemBody.Article("", "", "", "", false);
    int position = 1;
    for (var item : draft.items()) {
      switch (item.body()) {
        case ItemBody.Article stated -> article = stated;
        case ItemBody.Heading heading -> position = heading.position();
        case ItemBody.KeyPoint point -> {}
        case ItemBody.Question question -> {}
      }
    }
    List<KeyPoint> points =
        draft.live(ItemKind.KEY_POINT).stream()
            .map(
                item -> {
                  ItemBody.KeyPoint point = (ItemBody.KeyPoint) item.body();
                  return new KeyPoint(
                      item.id(),
                      draft.id(),
                      point.title(),
                      point.topic().isBlank() ? null : point.topic(),
                      point.text(),
                      point.paragraph());
                })
            .toList();
    return new Quiz(
        draft.id(),
        draft.summary().title(),
        position,
        new Quiz.Article(article.title(), article.author(), article.section()),
        points,
        List.of());
  }
}
