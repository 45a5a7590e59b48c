package app.keypoint.authoring;

import java.time.Instant;

/**
 * A part of a draft as it is kept.
 *
 * @param id of the quiz for the heading, {@link Drafts#ARTICLE} for the article; of a key point or
 *     question the one that it keeps for ever
 * @param place among those of its kind, rising
 * @param revision counts the changes of its body, from 1
 * @param changedBy display name of who made the last one
 * @param retired left out of the next edition, and kept
 */
public record DraftItem(
    String id,
    int place,
    ItemBody body,
    int revision,
    String changedBy,
    Instant changedAt,
    boolean retired) {

  public ItemKind kind() {
    return body.kind();
  }
}
