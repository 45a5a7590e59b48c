package app.keypoint.authoring;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.PictureFile;
import jakarta.validation.constraints.Size;
import org.springframework.validation.annotation.Validated;

/** Images into drafts. For instructors. */
@Validated
public interface DraftPictures {

  /** The largest file that is taken, in bytes. */
  int MAX_FILE = PictureFile.MAX_BYTES;

  /**
   * The most that the images of a quiz take together, in bytes as they are kept; with its text they
   * can be brought back ({@link QuizFiles#MAX_ARCHIVE}).
   */
  int MAX_OF_QUIZ = 18_000_000;

  /** The most that the images of all quizzes of an author do. */
  int MAX_OF_AUTHOR = 200_000_000;

  /**
   * Takes an image in, for a question of a quiz to name. It is decoded, and kept as pixels alone,
   * no larger than it is shown. Wants {@link Right#EDIT}.
   *
   * @param file one byte more than {@link #MAX_FILE} is enough to have it refused
   * @throws app.keypoint.identity.GoneException for a quiz that the caller may not write in
   */
  Brought bring(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = MAX_FILE + 1) byte[] file);

  /** What came of a file. */
  sealed interface Brought {

    /**
     * It is there.
     *
     * @param file by which a question names it
     */
    record Taken(String file) implements Brought {}

    /** It cannot be shown. */
    record Faulty(PictureFault fault) implements Brought {}

    /** There is no room for it in the quiz, or among all that its author has. */
    record Full() implements Brought {}

    /** Others bring images at this moment. */
    record Busy() implements Brought {}
  }
}
