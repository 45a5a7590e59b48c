package app.keypoint.content;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question as its quiz file states it, key included: never send one to a browser unanswered. */
public sealed interface Question {

  /** Stable, never reused. */
  String id();

  String keyPointId();

  /** As the file states it: that of a cloze holds the answer. Markdown. */
  String stem();

  /** The stem as it may be shown before the answer: a cloze has a line for each blank. Markdown. */
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

    /** What counts as right: of each blank in the order of reading, or the only one. */
    List<TypedKey> keys();

    /** The answer that feedback shows; of several blanks with an ellipsis between them. */
    default String answer() {
      return keys().stream().map(TypedKey::answer).collect(Collectors.joining(" … "));
    }
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

    @Override
    public List<TypedKey> keys() {
      return List.of(key);
    }
  }

  /**
   * One blank to fill, or a few of one sentence.
   *
   * @param stem with each blank as {@code {{answer}}} or {@code {{answer::hint}}}
   * @param keys one for each blank, in the order of reading
   */
  record Cloze(
      String id,
      String keyPointId,
      String stem,
      List<TypedKey> keys,
      String explanation,
      @Nullable Picture picture)
      implements Typed {

    /** One without an image. */
    public Cloze(
        String id, String keyPointId, String stem, List<TypedKey> keys, String explanation) {
      this(id, keyPointId, stem, keys, explanation, null);
    }

    @Override
    public Cloze showing(@Nullable Picture other) {
      return new Cloze(id, keyPointId, stem, keys, explanation, other);
    }

    /** The most blanks: with more of them little is left of the sentence. */
    public static final int MAX_BLANKS = 4;

    private static final Pattern BLANK = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    public Cloze {
      keys = List.copyOf(keys);
    }

    /** With one blank. */
    public Cloze(String id, String keyPointId, String stem, TypedKey key, String explanation) {
      this(id, keyPointId, stem, List.of(key), explanation);
    }

    /** Whether there is more than one blank. */
    public boolean several() {
      return keys.size() > 1;
    }

    /**
     * Several blanks are numbered, so that it is plain which field belongs to which; no line ends
     * between the two.
     */
    @Override
    public String prompt() {
      List<String> texts = texts();
      StringBuilder prompt = new StringBuilder(texts.getFirst());
      for (int i = 1; i < texts.size(); i++) {
        prompt.append(several() ? "(" + i + ")\u00a0_____" : "_____").append(texts.get(i));
      }
      return prompt.toString();
    }

    /** The texts around the blanks: one more than there are blanks. */
    public List<String> texts() {
      return List.of(BLANK.split(stem, -1));
    }

    /** What the stem says of each blank; an empty string where it says nothing. */
    public List<String> hints() {
      return BLANK.matcher(stem).results().map(blank -> hint(blank.group(1))).toList();
    }

    private static String hint(String inside) {
      int colons = inside.indexOf("::");
      return colons < 0 ? "" : inside.substring(colons + 2).strip();
    }
  }
}
