package app.keypoint.authoring;

/** What came of saving a part of a draft. */
public sealed interface SaveOutcome {

  /**
   * It is kept.
   *
   * @param now with its new revision
   * @param before what it said until then, for taking the change back
   */
  record Saved(DraftItem now, ItemBody before) implements SaveOutcome {}

  /**
   * Somebody else has changed the same part since, and nothing was written. Whoever wants their own
   * saves it again with the revision of {@code newest}.
   *
   * @param newest what the part says now, by whom and since when
   * @param mine what was not saved
   */
  record Conflict(DraftItem newest, ItemBody mine) implements SaveOutcome {}

  /**
   * The quiz would be larger than {@link Drafts#MAX_SIZE}, and nothing was written.
   *
   * @param mine what was not saved
   */
  record TooLarge(ItemBody mine) implements SaveOutcome {}
}
