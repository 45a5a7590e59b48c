package app.keypoint.authoring;

import app.keypoint.access.Own;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.validation.annotation.Validated;

/**
 * What learners say of the questions of a quiz, for those who write it: problems that they report,
 * and answers that the key did not accept and that they called right. By whom is not told: authors
 * need not know learners of others. What the draft accepts by now, what was set aside and what is
 * about a retired question waits no longer and is left out. Every method wants the role of an
 * instructor and {@link Right#EDIT}, and answers {@link app.keypoint.identity.GoneException}
 * otherwise.
 */
@Validated
public interface LearnersNotes {

  /** How much waits, of each quiz that the caller may edit and that was ever published. */
  Map<String, Integer> waiting(@Own long instructorId);

  /** All that waits. The number of queries does not depend on how much that is. */
  Heard of(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /**
   * Adds an answer to those that a typed question of the draft accepts in a blank, on top of
   * whatever it says now, and takes it from those that are listed as wrong; nothing changes when it
   * is accepted already. Learners have it once it is published.
   *
   * @param blank from 1; the first is also the only one
   * @throws IllegalArgumentException when the answer is blank, or is not the draft's to accept: of
   *     a question of another kind, of a blank that it does not have, or beyond {@link
   *     ItemBody#MAX_PARTS}
   * @throws Drafts.TooMuch when the quiz would be beyond {@link Drafts#MAX_SIZE}
   */
  DraftItem accept(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Quiz.MAX_ID) String itemId,
      int blank,
      @Size(max = Response.MAX_TYPED) String answer);

  /** Has an answer wait no longer, however many call it right from now on. */
  void setAside(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Quiz.MAX_ID) String itemId,
      int blank,
      @Size(max = Response.MAX_TYPED) String answer);

  /** Has a reported problem wait no longer. */
  void setReportAside(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Quiz.MAX_ID) String itemId,
      long reportId);

  /**
   * All that waits.
   *
   * @param questions those about which something does, in the order of the quiz
   */
  record Heard(DraftSummary quiz, List<AboutQuestion> questions) {}

  /**
   * What waits about a question.
   *
   * @param now as the draft words it
   * @param claims those that most learners called right first
   * @param reports the newest first
   */
  record AboutQuestion(
      String itemId, ItemBody.Question now, List<Claim> claims, List<Note> reports) {

    /** Into how many blanks answers are typed as the draft has it; one where there are none. */
    public int blanks() {
      return now.blanks();
    }

    /** How much that is. */
    public int size() {
      return claims.size() + reports.size();
    }
  }

  /**
   * An answer that was called right.
   *
   * @param blank into which it was typed, from 1
   * @param answer as it was typed last
   * @param learners how many typed it
   * @param latest when somebody last did
   */
  record Claim(int blank, String answer, int learners, Instant latest) {}

  /**
   * A problem that somebody reported.
   *
   * @param asked the question as it was worded when it was asked
   */
  record Note(long id, Question asked, String note, Instant at) {}
}
