package app.keypoint.authoring;

import app.keypoint.access.Own;
import app.keypoint.content.Finding;
import app.keypoint.content.Quiz;
import app.keypoint.content.picture.PictureFault;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/** Quizzes into drafts and out again, as quiz files. For instructors. */
@Validated
public interface QuizFiles {

  /** The longest file that is taken, in UTF-16 units. */
  int MAX_FILE = 400_000;

  /** The largest file without images that is taken, in bytes. */
  int MAX_BYTES = 1_000_000;

  /** The largest file with its images. */
  int MAX_ARCHIVE = 20_000_000;

  /** The quizzes that are kept in files, which one copies to change them. No query. */
  List<Copyable> inFiles(@Own long instructorId);

  /**
   * A quiz that is kept in a file, as that file has it.
   *
   * @throws app.keypoint.identity.GoneException when there is none
   */
  String fileText(@Own long instructorId, @Size(max = Quiz.MAX_ID) String quizId);

  /** The served quizzes that can be copied: those of files, and those that one may use. */
  List<Copyable> copyable(@Own long instructorId);

  /**
   * Makes a quiz of one's own out of one that is served. Its parts get ids of their own, so that
   * the two do not share learners' histories.
   *
   * @throws app.keypoint.identity.GoneException when none is served that the caller may use
   * @throws Drafts.TooMuch when the caller has {@link Drafts#MAX_QUIZZES}
   * @throws Drafts.TooLarge when it is larger than drafts are
   */
  Draft copy(@Own long instructorId, @Size(max = Quiz.MAX_ID) String quizId);

  /**
   * Makes a quiz of one's own out of a quiz file, with ids of its own. The file may be unfinished,
   * as that of a draft is, if only nothing that it says would be lost.
   *
   * @throws Drafts.TooMuch when the caller has {@link Drafts#MAX_QUIZZES}
   */
  Upload upload(@Own long instructorId, @Size(max = MAX_FILE) String yaml);

  /**
   * Takes a quiz file as it comes: alone, or as a ZIP of it and a folder {@code images}, as {@link
   * #file} gives it. Translations in that are not taken.
   *
   * @param file one byte more than {@link #MAX_ARCHIVE} is enough to have it refused
   * @throws Drafts.TooMuch when the caller has {@link Drafts#MAX_QUIZZES}
   * @throws app.keypoint.access.HeavyWork.Full when others bring images at this moment
   */
  Upload upload(@Own long instructorId, @Size(max = MAX_ARCHIVE + 1) byte[] file);

  /**
   * What {@link #download} gives as a file: of a quiz with images a ZIP that holds them, which can
   * be unpacked into a folder of quiz files as it is.
   *
   * @throws app.keypoint.identity.GoneException when there is nothing that the caller may have
   * @throws app.keypoint.access.HeavyWork.Full when others pack images at this moment
   */
  Download file(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /**
   * What {@link #fileText} gives as a file, likewise; its translations lie beside it in the ZIP.
   *
   * @throws app.keypoint.identity.GoneException when there is none
   * @throws app.keypoint.access.HeavyWork.Full when others pack images at this moment
   */
  Download fileOf(@Own long instructorId, @Size(max = Quiz.MAX_ID) String quizId);

  /**
   * The draft as a quiz file; for whoever may only use the quiz, what is published of it.
   *
   * @throws app.keypoint.identity.GoneException when there is nothing that the caller may have
   */
  String download(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /**
   * A quiz that can be copied.
   *
   * @param inFile whether it is kept in a file, and so cannot be changed here
   */
  record Copyable(String quizId, String title, boolean inFile) {}

  /**
   * An image that was not taken.
   *
   * @param name as the file has it
   * @param fault null when there is no room for it
   */
  record NotTaken(String name, @Nullable PictureFault fault) {}

  /** What came of an upload. */
  sealed interface Upload {

    /**
     * It is a draft now.
     *
     * @param notTaken images that its questions name and that were not taken with it
     * @param languages tags of those that it was translated into; drafts have one language
     */
    record Taken(Draft draft, List<NotTaken> notTaken, List<String> languages) implements Upload {}

    /** It is no quiz file, and nothing was kept. */
    record Refused(List<Finding> findings) implements Upload {}

    /** Its bytes are no text, or too many, and nothing was kept. */
    record Unreadable(Articles.Reason reason) implements Upload {}
  }

  /** A quiz as a file to take along. */
  final class Download {

    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    public Download(String name, String mediaType, byte[] bytes) {
      this.name = name;
      this.mediaType = mediaType;
      this.bytes = bytes.clone();
    }

    public String name() {
      return name;
    }

    public String mediaType() {
      return mediaType;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public int size() {
      return bytes.length;
    }
  }
}
