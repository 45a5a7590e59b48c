package app.keypoint.authoring;

import java.util.List;
import java.util.Optional;

/**
 * A quiz as it is being written.
 *
 * @param items heading, article, key points and questions, each kind by place, retired ones too
 */
public record Draft(DraftSummary summary, List<DraftItem> items) {

  public Draft {
    items = List.copyOf(items);
  }

  public String id() {
    return summary.id();
  }

  /** One part. */
  public Optional<DraftItem> item(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  /** Those of a kind that are not retired. */
  public List<DraftItem> live(ItemKind kind) {
    return items.stream().filter(item -> item.kind() == kind && !item.retired()).toList();
  }
}
