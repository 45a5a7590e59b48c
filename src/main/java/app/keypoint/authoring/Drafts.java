package app.keypoint.authoring;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.validation.annotation.Validated;

/**
 * Quizzes as they are being written. What is typed is kept as it is, complete or not. Every method
 * wants the role of an instructor, and answers {@link app.keypoint.identity.GoneException} for a
 * quiz that the caller may not write in, just as for one that does not exist.
 */
@Validated
public interface Drafts {

  /** The id of every quiz's article, as an item. */
  String ARTICLE = "article";

  /** The most parts that a quiz has, retired ones counted. */
  int MAX_ITEMS = 1_000;

  /**
   * The most that all parts of a quiz together hold, retired ones counted, in UTF-16 units as they
   * are kept. A quiz file of as much can be brought back ({@link QuizFiles#MAX_FILE}).
   */
  int MAX_SIZE = 300_000;

  /** The most quizzes that one author has. */
  int MAX_QUIZZES = 500;

  /** One's own and those shared with one, the last changed first. One query. */
  List<DraftSummary> of(@Own long instructorId);

  /**
   * Starts a quiz with a heading and an empty article.
   *
   * @throws TooMuch when there are {@link #MAX_QUIZZES}
   */
  Draft create(@Own long instructorId, @Size(max = ItemBody.MAX_LINE) String title);

  /** The whole draft. */
  Draft draft(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /**
   * Adds a key point or question, with an id that no other has.
   *
   * @param place where among those of its kind, from 0; those from there on move down
   * @throws IllegalArgumentException for a heading or an article: each quiz has one
   * @throws TooMuch when there are {@link #MAX_ITEMS}, or it would be beyond {@link #MAX_SIZE}
   */
  DraftItem add(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      int place,
      @Valid ItemBody body);

  /**
   * Saves a part, if nobody has changed it since the revision that it was made from, and there is
   * room for it: what makes no part longer is always saved.
   *
   * @throws IllegalArgumentException when the part is of another kind
   * @throws app.keypoint.identity.GoneException also when there is no such part
   */
  SaveOutcome save(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Quiz.MAX_ID) String itemId,
      int revision,
      @Valid ItemBody body);

  /**
   * Moves a key point or question.
   *
   * @param place where among those of its kind, from 0, once it is taken out
   */
  void move(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Quiz.MAX_ID) String itemId,
      int place);

  /**
   * Leaves a key point or question out of the next edition, or takes it in again.
   *
   * @throws IllegalArgumentException for a heading or an article
   */
  void retire(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Quiz.MAX_ID) String itemId,
      boolean retired);

  /**
   * The ids of those of one's own that nobody else has seen: never published, shared with nobody,
   * and written in by the author alone. One query.
   */
  Set<String> unseen(@Own long instructorId);

  /**
   * Deletes one of those, with its images and all that it says. Nothing brings it back.
   *
   * @throws Seen when others have seen it; it stays as it is
   * @throws app.keypoint.identity.GoneException also when it is somebody else's
   */
  void delete(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /** The whole draft, checked as quiz files are. Reads it once. */
  Checked checked(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /** A draft and what the check says of it. */
  record Checked(Draft draft, DraftCheck check) {}

  /** Others have seen the quiz, so it is not its author's alone to delete. */
  class Seen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Seen(String draftId) {
      super("Others have seen quiz " + draftId);
    }
  }

  /** There is as much of it as there may be. Nothing was kept. */
  class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooMuch(String what, int most) {
      super("There are " + most + " " + what + " already");
    }
  }

  /** A quiz is larger than {@link #MAX_SIZE}, or has more parts than {@link #MAX_ITEMS}. */
  class TooLarge extends TooMuch {
    private static final long serialVersionUID = 1L;

    public TooLarge() {
      super("characters", MAX_SIZE);
    }
  }
}
