package app.keypoint.content;

import java.util.List;

/** A question as its quiz file states it, key included: never send one to a browser unanswered. */
public sealed interface Question {

  /** Stable, never reused. */
  String id();

  String keyPointId();

  /** As the file states it: that of a cloze holds the answer. Markdown. */
  String stem();

  /** The stem as it may be shown before the answer: a cloze has a line for its blank. Markdown. */
  default String prompt() {
    return stem();
  }

  /** Why the key is right and where the article says so. Markdown. */
  String explanation();

  /** A question answered by picking options. */
  sealed interface Choice extends Question {
    List<Option> options();
  }

  /** A question answered by typing. */
  sealed interface Typed extends Question {
    TypedKey key();
  }

  /** Exactly one right option. */
  record Single(String id, String keyPointId, String stem, List<Option> options, String explanation)
      implements Choice {}

  /** One right option or more. */
  record Multi(String id, String keyPointId, String stem, List<Option> options, String explanation)
      implements Choice {}

  /** Typed from memory. */
  record Recall(String id, String keyPointId, String stem, TypedKey key, String explanation)
      implements Typed {}

  /**
   * One blank to fill.
   *
   * @param stem with the blank as {@code {{answer}}} or {@code {{answer::hint}}}
   */
  record Cloze(String id, String keyPointId, String stem, TypedKey key, String explanation)
      implements Typed {

    @Override
    public String prompt() {
      return blank().before() + "_____" + blank().after();
    }

    /** The text before the blank, the hint (or an empty string), and the text after it. */
    public Blank blank() {
      int open = stem.indexOf("{{");
      int close = stem.indexOf("}}", open);
      String inside = stem.substring(open + 2, close);
      int colons = inside.indexOf("::");
      return new Blank(
          stem.substring(0, open),
          colons < 0 ? "" : inside.substring(colons + 2).strip(),
          stem.substring(close + 2));
    }
  }

  /** A cloze without its answer. */
  record Blank(String before, String hint, String after) {}
}
