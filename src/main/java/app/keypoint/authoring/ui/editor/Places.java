package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where parts come among all of their kind, retired ones counted, such that the outline shows what
 * the author meant: it groups questions by key point and leaves out what is retired.
 */
final class Places {

  private Places() {}

  /**
   * The step that moves a part past its next neighbours in the outline.
   *
   * @param by how many of them, up when negative; nothing happens where there are fewer
   */
  static Optional<UndoHistory.Moved> moved(Draft draft, String itemId, int by) {
    return draft
        .item(itemId)
        .flatMap(
            item -> {
              Group own = group(draft, item);
              List<String> group =
                  Outline.sorted(draft).stream()
                      .filter(other -> group(draft, other).equals(own))
                      .map(DraftItem::id)
                      .toList();
              int from = group.indexOf(itemId);
              int to = from + by;
              if (from < 0 || to < 0 || to >= group.size()) {
                return Optional.empty();
              }
              List<String> all = ids(draft, item.kind());
              int passed = all.indexOf(group.get(to));
              return Optional.of(
                  new UndoHistory.Moved(
                      itemId,
                      before(all, all.indexOf(itemId)),
                      by > 0 ? all.get(passed) : before(all, passed)));
            });
  }

  private static String before(List<String> all, int place) {
    return place == 0 ? "" : all.get(place - 1);
  }

  /**
   * The place after another part of its kind, once a part is taken out from where it is.
   *
   * @param after the other; empty for the first place
   * @return empty when the other is not there
   */
  static OptionalInt after(Draft draft, DraftItem item, String after) {
    List<String> others =
        ids(draft, item.kind()).stream().filter(id -> !id.equals(item.id())).toList();
    int at = others.indexOf(after);
    return at < 0 && !after.isEmpty() ? OptionalInt.empty() : OptionalInt.of(at + 1);
  }

  /**
   * The place of a part that is to be added: after the one of its kind that is open; else that of a
   * question after all that the outline shows before it, and that of a key point at the end.
   */
  static int ofNew(Draft draft, String openId, ItemBody body) {
    List<String> all = ids(draft, body.kind());
    int open = all.indexOf(openId);
    if (open >= 0) {
      return open + 1;
    }
    return body instanceof ItemBody.Question question
        ? all.indexOf(lastUpTo(draft, question.keyPointId())) + 1
        : all.size();
  }

  /** The last question of a key point, or else of what comes before it; empty when none does. */
  private static String lastUpTo(Draft draft, String keyPointId) {
    String last = "";
    boolean own = false;
    for (DraftItem item : Outline.sorted(draft)) {
      if (own && !Outline.asks(item, keyPointId)) {
        return last;
      }
      own |= item.id().equals(keyPointId);
      if (item.kind() == ItemKind.QUESTION) {
        last = item.id();
      }
    }
    return last;
  }

  /** Parts of a kind; of questions, those of one key point, or those of none. */
  private record Group(ItemKind kind, String keyPointId) {}

  private static Group group(Draft draft, DraftItem item) {
    return new Group(
        item.kind(),
        draft.live(ItemKind.KEY_POINT).stream()
            .map(DraftItem::id)
            .filter(point -> Outline.asks(item, point))
            .findFirst()
            .orElse(""));
  }

  private static List<String> ids(Draft draft, ItemKind kind) {
    return draft.items().stream().filter(item -> item.kind() == kind).map(DraftItem::id).toList();
  }
}
