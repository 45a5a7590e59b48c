package app.keypoint.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** The image that belongs to the stem, if there is one. */
  @Nullable Picture picture();

  /** The same with an image. */
  Question showing(@Nullable Picture picture);

  /** A question answered by picking options. */
  sealed interface Choice extends Question {
    List<Option> options();
  }

  /** A question answered by typing. */
  sealed interface Typed extends Question {
    TypedKey key();
  }

  /** Exactly one right option. */
  record Single(
      String id,
      String keyPointId,
      String stem,
      List<Option> options,
      String explanation,
      @Nullable Picture picture)
      implements Choice {

    /** One without an image. */
    public Single(
        String id, String keyPointId, String stem, List<Option> options, String explanation) {
      this(id, keyPointId, stem, options, explanation, null);
    }

    @Override
    public Single showing(@Nullable Picture other) {
      return new Single(id, keyPointId, stem, options, explanation, other);
    }
  }

  /** One right option or more. */
  record Multi(
      String id,
      String keyPointId,
      String stem,
      List<Option> options,
      String explanation,
      @Nullable Picture picture)
      implements Choice {

    /** One without an image. */
    public Multi(
        String id, String keyPointId, String stem, List<Option> options, String explanation) {
      this(id, keyPointId, stem, options, explanation, null);
    }

    @Override
    public Multi showing(@Nullable Picture other) {
      return new Multi(id, keyPointId, stem, options, explanation, other);
    }
  }

  /** Typed from memory. */
  record Recall(
      String id,
      String keyPointId,
      String stem,
      TypedKey key,
      String explanation,
      @Nullable Picture picture)
      implements Typed {

    /** One without an image. */
    public Recall(String id, String keyPointId, String stem, TypedKey key, String explanation) {
      this(id, keyPointId, stem, key, explanation, null);
    }

    @Override
    public Recall showing(@Nullable Picture other) {
      return new Recall(id, keyPointId, stem, key, explanation, other);
    }
  }

  /**
   * One blank to fill.
   *
   * @param stem with the blank as {@code {{answer}}} or {@code {{answer::hint}}}
   */
  record Cloze(
      String id,
      String keyPointId,
      String stem,
      TypedKey key,
      String explanation,
      @Nullable Picture picture)
      implements Typed {

    /** One without an image. */
    public Cloze(String id, String keyPointId, String stem, TypedKey key, String explanation) {
      this(id, keyPointId, stem, key, explanation, null);
    }

    @Override
    public Cloze showing(@Nullable Picture other) {
      return new Cloze(id, keyPointId, stem, key, explanation, other);
    }

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
