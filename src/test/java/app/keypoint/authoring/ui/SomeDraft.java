package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.OpenedTo;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.WrittenQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A draft that is kept nowhere. */
public final class SomeDraft {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final List<DraftItem> items = new ArrayList<>();

  public SomeDraft article(String text) {
    return with(Drafts.ARTICLE, new ItemBody.Article("", "", "", text, false), false);
  }

  public SomeDraft point(String id, String passage) {
    return with(id, new ItemBody.KeyPoint(id, "", "", 0, passage), false);
  }

  public SomeDraft question(String id, String point, String passage) {
    return with(id, asked(point, passage), false);
  }

  public SomeDraft retired(String id, String point) {
    return with(id, asked(point, ""), true);
  }

  public Draft draft() {
    items.sort(Comparator.comparing(DraftItem::kind)); // stable
    return new Draft(
        new DraftSummary(
            "quiz", "Bees", "Somebody", Right.OWN, OpenedTo.NOBODY, null, true, NOW, 0),
        items);
  }

  public static ItemBody.Question asked(String point, String passage) {
    return WrittenQuestion.of(
        ItemBody.Type.RECALL,
        point,
        "",
        List.of(),
        "",
        List.of(),
        List.of(),
        true,
        "",
        "",
        passage);
  }

  private SomeDraft with(String id, ItemBody body, boolean retired) {
    items.add(new DraftItem(id, items.size(), body, 1, "Somebody", NOW, retired));
    return this;
  }
}
