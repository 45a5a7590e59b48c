package app.keypoint.authoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * What a part of a quiz says, as far as it is written: fields may be empty, and are empty rather
 * than null. More than a quiz file takes may be typed; the check says so.
 */
public sealed interface ItemBody {

  /** The longest single line, in UTF-16 units. */
  int MAX_LINE = 1_000;

  /** The longest text but the article's. */
  int MAX_TEXT = 10_000;

  /** The longest article, which is some forty pages. */
  int MAX_ARTICLE = 100_000;

  /** The most options, accepted or wrong answers of a question, and terms of a quiz. */
  int MAX_PARTS = 100;

  ItemKind kind();

  /**
   * Of the quiz itself.
   *
   * @param position its place among the quizzes, from 1; {@link #AFTER_FILES} unless chosen
   * @param terms of the field, for which no other word stands
   */
  record Heading(
      @Size(max = MAX_LINE) String title,
      int position,
      @Size(max = MAX_PARTS) List<@Size(max = MAX_LINE) String> terms)
      implements ItemBody {

    /** After all that the project's own files say. */
    public static final int AFTER_FILES = 1_000;

    public Heading {
      terms = List.copyOf(terms);
    }

    @Override
    public ItemKind kind() {
      return ItemKind.HEADING;
    }
  }

  /**
   * The article that the quiz is about.
   *
   * @param text paragraphs in Markdown, divided by empty lines; empty when it is not kept here
   * @param readable whether learners may read it
   */
  record Article(
      @Size(max = MAX_LINE) String title,
      @Size(max = MAX_LINE) String author,
      @Size(max = MAX_LINE) String section,
      @Size(max = MAX_ARTICLE) String text,
      boolean readable)
      implements ItemBody {

    @Override
    public ItemKind kind() {
      return ItemKind.ARTICLE;
    }
  }

  /**
   * A key point.
   *
   * @param topic what it is about, without an answer
   * @param paragraph where the article says so, from 1; 0 when not given
   * @param passage the words of the article that say so, verbatim
   */
  record KeyPoint(
      @Size(max = MAX_LINE) String title,
      @Size(max = MAX_LINE) String topic,
      @Size(max = MAX_TEXT) String text,
      int paragraph,
      @Size(max = MAX_TEXT) String passage)
      implements ItemBody {

    @Override
    public ItemKind kind() {
      return ItemKind.KEY_POINT;
    }
  }

  /**
   * A question. Holds what any type needs, so that changing the type loses nothing; what the type
   * has no use for is left out of the quiz.
   *
   * @param keyPointId the item's id of its key point
   * @param stem of a cloze with its blank as {@code {{answer}}} or {@code {{answer::hint}}}
   * @param answer of a recall: what feedback shows
   * @param accept other right wordings
   * @param wrong likely wrong answers
   * @param typos whether small slips are forgiven
   * @param exact of a cloze: why only this very word will do
   * @param passage the words of the article that it asks about, verbatim
   * @param image below the stem
   */
  record Question(
      Type type,
      @Size(max = MAX_LINE) String keyPointId,
      @Size(max = MAX_TEXT) String stem,
      @Size(max = MAX_PARTS) List<@Valid OptionText> options,
      @Size(max = MAX_LINE) String answer,
      @Size(max = MAX_PARTS) List<@Size(max = MAX_LINE) String> accept,
      @Size(max = MAX_PARTS) List<@Valid WrongText> wrong,
      boolean typos,
      @Size(max = MAX_TEXT) String exact,
      @Size(max = MAX_TEXT) String explanation,
      @Size(max = MAX_TEXT) String passage,
      @Valid ImageText image)
      implements ItemBody {

    public Question {
      // Drafts of earlier releases say nothing of images.
      image = Objects.requireNonNullElse(image, ImageText.NONE);
      options = List.copyOf(options);
      accept = List.copyOf(accept);
      wrong = List.copyOf(wrong);
    }

    /** One without an image. */
    public Question(
        Type type,
        String keyPointId,
        String stem,
        List<OptionText> options,
        String answer,
        List<String> accept,
        List<WrongText> wrong,
        boolean typos,
        String exact,
        String explanation,
        String passage) {
      this(
          type,
          keyPointId,
          stem,
          options,
          answer,
          accept,
          wrong,
          typos,
          exact,
          explanation,
          passage,
          ImageText.NONE);
    }

    /** A question with nothing written yet. */
    public static Question empty(Type type, String keyPointId) {
      return new Question(
          type, keyPointId, "", List.of(), "", List.of(), List.of(), true, "", "", "");
    }

    public Question ofType(Type other) {
      return with(other, keyPointId, options, accept, wrong);
    }

    public Question ofKeyPoint(String other) {
      return with(type, other, options, accept, wrong);
    }

    public Question withOptions(List<OptionText> others) {
      return with(type, keyPointId, others, accept, wrong);
    }

    public Question accepting(List<String> right, List<WrongText> stillWrong) {
      return with(type, keyPointId, options, right, stillWrong);
    }

    public Question showing(ImageText other) {
      return new Question(
          type,
          keyPointId,
          stem,
          options,
          answer,
          accept,
          wrong,
          typos,
          exact,
          explanation,
          passage,
          other);
    }

    private Question with(
        Type newType,
        String newKeyPoint,
        List<OptionText> newOptions,
        List<String> newAccept,
        List<WrongText> newWrong) {
      return new Question(
          newType,
          newKeyPoint,
          stem,
          newOptions,
          answer,
          newAccept,
          newWrong,
          typos,
          exact,
          explanation,
          passage,
          image);
    }

    @Override
    public ItemKind kind() {
      return ItemKind.QUESTION;
    }
  }

  /** How a question is answered; see the quiz files. Names are stored. */
  enum Type {
    SINGLE,
    MULTI,
    RECALL,
    CLOZE;

    /** Whether it is answered by picking options. */
    public boolean choice() {
      return this == SINGLE || this == MULTI;
    }
  }

  /**
   * An option.
   *
   * @param id stays the same however the option is worded or moved; unique in its question
   * @param why of a wrong one, the misreading that it stands for
   */
  record OptionText(
      @Size(max = MAX_LINE) String id,
      @Size(max = MAX_TEXT) String text,
      boolean correct,
      @Size(max = MAX_TEXT) String why) {}

  /** A likely wrong answer and the misreading that it stands for. */
  record WrongText(@Size(max = MAX_LINE) String text, @Size(max = MAX_TEXT) String why) {}

  /**
   * An image.
   *
   * @param file its name, as {@link DraftPictures} gives it; empty when there is none
   * @param alt what it says to whoever does not see it
   */
  record ImageText(@Size(max = MAX_LINE) String file, @Size(max = MAX_TEXT) String alt) {

    public static final ImageText NONE = new ImageText("", "");

    public boolean none() {
      return file.isEmpty();
    }
  }
}
