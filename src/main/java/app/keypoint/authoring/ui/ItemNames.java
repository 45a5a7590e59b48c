package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.Component;

/** What parts of a quiz are called in lists. */
public final class ItemNames {

  private static final int LONGEST = 90;

  private ItemNames() {}

  /** By what is written in it, or that nothing is yet. */
  public static String of(DraftItem item, Component asker) {
    return of(item.body(), asker);
  }

  /** By what is written in it, or that nothing is yet. */
  public static String of(ItemBody body, Component asker) {
    String words =
        switch (body) {
          case ItemBody.Heading heading -> asker.getTranslation("authoring.heading");
          case ItemBody.Article article -> asker.getTranslation("authoring.article");
          case ItemBody.KeyPoint point -> point.title().isBlank() ? point.text() : point.title();
          case ItemBody.Question question -> question.stem();
        };
    String line = words.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return asker.getTranslation(
          body instanceof ItemBody.Question ? "authoring.question.empty" : "authoring.point.empty");
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
  }

  /** A part of a draft by its id; the id itself of what is none. */
  public static String of(String itemId, Draft draft, Component asker) {
    return draft.item(itemId).map(item -> of(item, asker)).orElse(itemId);
  }

  /** A quiz's title, or that it has none yet. */
  public static String title(String title, Component asker) {
    return title.isBlank() ? asker.getTranslation("authoring.untitled") : title;
  }
}
