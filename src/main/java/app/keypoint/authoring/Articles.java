package app.keypoint.authoring;

import app.keypoint.access.Own;
import jakarta.validation.constraints.Size;
import org.springframework.validation.annotation.Validated;

/** Articles into drafts. For instructors. */
@Validated
public interface Articles {

  /** The longest text that is taken in, marks of its format counted, in UTF-16 units. */
  int MAX_BROUGHT = 400_000;

  /** The largest file that is taken, in bytes. */
  int MAX_FILE = 1_000_000;

  /** The longest name of a file, in UTF-16 units. */
  int MAX_NAME = 1_000;

  /** In what an article comes. */
  enum Format {
    /** Words alone; an empty line ends a paragraph. */
    TEXT,
    /** The same, but paragraphs stay as they are that are just what is made of some words. */
    PARTLY_ESCAPED,
    MARKDOWN,
    /** A page or a part of one. Nothing of it is fetched, and nothing but its words is kept. */
    HTML
  }

  /**
   * An article as drafts keep it: paragraphs in Markdown. Nothing is saved.
   *
   * @throws TooLong when its words are more than {@link ItemBody#MAX_ARTICLE}
   */
  String paragraphs(@Own long instructorId, @Size(max = MAX_BROUGHT) String brought, Format format);

  /**
   * An article that comes as a file, as drafts keep it. Nothing is saved.
   *
   * @param fileName says by its ending in what it comes
   * @param file one byte more than {@link #MAX_FILE} is enough to have it refused
   */
  Brought fromFile(
      @Own long instructorId,
      @Size(max = MAX_NAME) String fileName,
      @Size(max = MAX_FILE + 1) byte[] file);

  /** What came of a file. */
  sealed interface Brought {

    /** Paragraphs in Markdown. */
    record Paragraphs(String text) implements Brought {}

    /** Nothing that can be an article. */
    record Refused(Reason reason) implements Brought {}
  }

  /** Why a file is refused. */
  enum Reason {
    /** Its ending says neither text nor Markdown nor a page. */
    OTHER_KIND,
    /** More than {@link #MAX_FILE} bytes, or than {@link #MAX_BROUGHT} in words and marks. */
    TOO_BIG,
    /** Holds what no text does, whatever its ending says. */
    NOT_TEXT,
    /** Text in another encoding than UTF-8, or UTF-16 that says so. */
    ENCODING,
    /** No words. */
    EMPTY,
    /** More words than {@link ItemBody#MAX_ARTICLE}. */
    TOO_LONG
  }

  /** The article is longer than one may be. */
  class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int length;

    public TooLong(int length) {
      super("The article has " + length + " characters");
      this.length = length;
    }

    /** How many characters there are. */
    public int getLength() {
      return length;
    }
  }
}
