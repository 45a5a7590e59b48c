package app.keypoint.authoring.ui.preview;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.grading.OptionOrder;
import app.keypoint.content.ui.AskedQuestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A draft as the question's panel wants to have it. */
public final class Trial {

  private Trial() {}

  /** A question of a draft as learners are asked it. Its article is read in the draft. */
  static AskedQuestion asked(Draft draft, Question question) {
    return new AskedQuestion(
        new QuestionVersion(0, draft.id(), 1, question),
        OptionOrder.seeded(question, question.id().hashCode()),
        quiz(draft),
        TryView.article(draft.id()));
  }

  private static Quiz quiz(Draft draft) {
    List<KeyPoint> points =
        draft.live(ItemKind.KEY_POINT).stream().map(item -> keyPoint(draft, item)).toList();
    return new Quiz(
        draft.id(), draft.summary().title(), position(draft), article(draft), points, List.of());
  }

  private static int position(Draft draft) {
    return draft.live(ItemKind.HEADING).stream()
        .map(item -> ((ItemBody.Heading) item.body()).position())
        .findFirst()
        .orElse(1);
  }

  private static KeyPoint keyPoint(Draft draft, DraftItem item) {
    ItemBody.KeyPoint point = (ItemBody.KeyPoint) item.body();
    return new KeyPoint(
        item.id(),
        draft.id(),
        point.title(),
        point.topic().isBlank() ? null : point.topic(),
        point.text(),
        point.paragraph());
  }

  /** The article with the passages of what is not retired, as it will be once published. */
  public static Quiz.Article article(Draft draft) {
    ItemBody.Article stated =
        draft.live(ItemKind.ARTICLE).stream()
            .map(item -> (ItemBody.Article) item.body())
            .findFirst()
            .orElseGet(() -> new ItemBody.Article("", "", "", "", false));
    Map<String, String> passages = new HashMap<>();
    draft.live(ItemKind.KEY_POINT).forEach(item -> state(item, passages));
    draft.live(ItemKind.QUESTION).forEach(item -> state(item, passages));
    return new Quiz.Article(
        stated.title(),
        stated.author(),
        stated.section(),
        stated.text(),
        stated.readable(),
        passages);
  }

  private static void state(DraftItem item, Map<String, String> passages) {
    String passage =
        switch (item.body()) {
          case ItemBody.KeyPoint point -> point.passage();
          case ItemBody.Question question -> question.passage();
          case ItemBody.Heading _ -> "";
          case ItemBody.Article _ -> "";
        };
    if (!passage.isBlank()) {
      passages.put(item.id(), passage);
    }
  }
}
