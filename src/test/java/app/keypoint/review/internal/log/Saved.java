package app.keypoint.review.internal.log;

/** Rows as if they had been saved, for tests without a database. */
public final class Saved {

  private Saved() {}

  /** A card with an id. */
  public static CardEntity saved(CardEntity card, long id) {
    card.id = id;
    return card;
  }

  /** An entry with an id. */
  public static LogEntry saved(LogEntry entry, long id) {
    entry.id = id;
    return entry;
  }
}
