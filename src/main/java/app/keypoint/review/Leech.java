package app.keypoint.review;

/** A card that is forgotten again and again: it costs more than it gives. */
public final class Leech {

  /** From so many lapses on. */
  public static final int LAPSES = 6;

  private Leech() {}

  public static boolean at(int lapses) {
    return lapses >= LAPSES;
  }
}
