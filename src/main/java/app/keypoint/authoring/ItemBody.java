package app.keypoint.authoring;

import app.keypoint.content.Question.Cloze;
import app.keypoint.content.format.ClozeSyntax;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
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

  /** Which part it is. */
  default ItemKind kind() {
    return switch (this) {
      case Heading _ -> ItemKind.HEADING;
      case Article _ -> ItemKind.ARTICLE;
      case KeyPoint _ -> ItemKind.KEY_POINT;
      case Question _ -> ItemKind.QUESTION;
    };
  }

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
      implements ItemBody {}

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
      implements ItemBody {}

  /**
   * A question. Holds what any type needs, so that changing the type loses nothing; what the type
   * has no use for is left out of the quiz.
   *
   * @param keyPointId the item's id of its key point
   * @param stem of a cloze with its blanks as {@code {{answer}}} or {@code {{answer::hint}}}
   * @param answer of a recall: what feedback shows
   * @param accept other right wordings; of a cloze those of its first blank
   * @param wrong likely wrong answers, likewise
   * @param more of a cloze with several blanks: of those after the first, in the order of the stem,
   *     up to the last that has some; there may be more than the stem has blanks by now
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
      @Size(max = Cloze.MAX_BLANKS) List<@Valid BlankText> more,
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
      more = more == null ? List.of() : said(more); // drafts of before hold none
    }

    /** Without those at the end that say nothing: so are they in a quiz file, too. */
    private static List<BlankText> said(List<BlankText> more) {
      int last = more.size();
      while (last > 0 && BlankText.EMPTY.equals(more.get(last - 1))) {
        last--;
      }
      return List.copyOf(more.subList(0, last));
    }

    /** A question with nothing written yet. */
    public static Question empty(Type type, String keyPointId) {
      return new Question(
          type,
          keyPointId,
          "",
          List.of(),
          "",
          List.of(),
          List.of(),
          List.of(),
          true,
          "",
          "",
          "",
          ImageText.NONE);
    }

    public Question ofType(Type other) {
      return with(other, keyPointId, options, accept, wrong, more, image);
    }

    public Question ofKeyPoint(String other) {
      return with(type, other, options, accept, wrong, more, image);
    }

    public Question withOptions(List<OptionText> others) {
      return with(type, keyPointId, others, accept, wrong, more, image);
    }

    public Question showing(ImageText other) {
      return with(type, keyPointId, options, accept, wrong, more, other);
    }

    /** How many things are to be typed: the blanks of a cloze, else one. */
    public int blanks() {
      return type == Type.CLOZE ? Math.max(1, ClozeSyntax.answers(stem).size()) : 1;
    }

    /** What else is right and wrong in the nth blank, from 0; the first is also the only one. */
    public BlankText blank(int nth) {
      if (nth == 0) {
        return new BlankText(accept, wrong);
      }
      return nth <= more.size() ? more.get(nth - 1) : BlankText.EMPTY;
    }

    /** The same with that of the nth blank. */
    public Question withBlank(int nth, BlankText blank) {
      if (nth == 0) {
        return with(type, keyPointId, options, blank.accept(), blank.wrong(), more, image);
      }
      List<BlankText> others = new ArrayList<>(more);
      while (others.size() < nth) {
        others.add(BlankText.EMPTY);
      }
      others.set(nth - 1, blank);
      return with(type, keyPointId, options, accept, wrong, others, image);
    }

    private Question with(
        Type newType,
        String newKeyPoint,
        List<OptionText> newOptions,
        List<String> newAccept,
        List<WrongText> newWrong,
        List<BlankText> newMore,
        ImageText newImage) {
      return new Question(
          newType,
          newKeyPoint,
          stem,
          newOptions,
          answer,
          newAccept,
          newWrong,
          newMore,
          typos,
          exact,
          explanation,
          passage,
          newImage);
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

  /** What else is right in a blank, and what is likely wrong. */
  record BlankText(
      @Size(max = MAX_PARTS) List<@Size(max = MAX_LINE) String> accept,
      @Size(max = MAX_PARTS) List<@Valid WrongText> wrong) {

    /** Nothing beside the answer itself. */
    public static final BlankText EMPTY = new BlankText(List.of(), List.of());

    public BlankText {
      accept = List.copyOf(accept);
      wrong = List.copyOf(wrong);
    }
  }

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
