package app.keypoint.authoring;

import app.keypoint.access.Own;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * What learners say of the questions of a quiz, for those who write it. Every method wants the role
 * of an instructor and {@link Right#EDIT}, and answers {@link app.keypoint.identity.GoneException}
 * otherwise.
 */
@Validated
public interface LearnersNotes {

  /**
   * The latest problems that were reported about its questions, in whichever wording, the newest
   * first, a hundred at most. By whom is not told: authors need not know learners of others.
   */
  List<Note> of(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /**
   * Adds an answer to those that a typed question of the draft accepts, on top of whatever it says
   * now; nothing changes when it is accepted already. Learners have it once it is published.
   *
   * @throws IllegalArgumentException when the answer is blank, or is not the draft's to accept: of
   *     a question of another kind, or beyond {@link ItemBody#MOST_PARTS}
   */
  DraftItem accept(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Quiz.MAX_ID) String itemId,
      @Size(max = Response.MAX_TYPED) String answer);

  /**
   * A note.
   *
   * @param itemId the question
   * @param asked as it was worded when it was asked
   */
  record Note(String itemId, Question asked, String note, Instant at) {}
}
