package app.keypoint.authoring;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * From a draft to what learners are asked, and back. Every method wants the role of an instructor
 * and the right to edit, and answers {@link app.keypoint.identity.GoneException} otherwise.
 */
@Validated
public interface Publishing {

  /** As many editions come at once. */
  int MAX_SHOWN = 200;

  /** What publishing the draft now would mean. */
  Preview preview(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /**
   * Publishes the draft, all of it or nothing: learners have it when this returns.
   *
   * @param mark of the preview that was looked at
   * @throws Changed when draft or edition are no longer those of that preview
   * @throws NotPublishable when the check finds errors
   */
  Edition publish(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Quiz.MAX_ID) String mark,
      @Size(max = Edition.MAX_NOTE) String note);

  /** Takes the quiz from learners; their cards wait, and come back when it is published again. */
  void withdraw(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /** The editions, the latest first, {@link #MAX_SHOWN} at most. Their texts are not read. */
  List<Edition> history(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /** As {@link #history}, of the editions before one. */
  List<Edition> historyBefore(
      @Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId, int edition);

  /**
   * What differs between two editions: the parts that do, and how many have them in review is not
   * asked.
   *
   * @throws app.keypoint.identity.GoneException also when there is no such edition, or its text is
   *     kept no longer
   */
  Comparison differences(
      @Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId, int from, int to);

  /**
   * Makes the draft say what an edition says. What the draft said until then is kept in the
   * history, if no edition says it.
   *
   * @throws app.keypoint.identity.GoneException also when there is no such edition, or its text is
   *     kept no longer
   * @throws Drafts.TooMuch when it would be beyond {@link Drafts#MAX_SIZE} with the parts that are
   *     retired by that. Nothing was changed.
   */
  Draft restore(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId, int edition);

  /**
   * What publishing would mean.
   *
   * @param mark of what was looked at, for {@link #publish}
   * @param comparison each part that changes, and each question
   */
  record Preview(String mark, DraftCheck check, Comparison comparison) {

    public List<ItemChange> changes() {
      return comparison.changes();
    }
  }

  /**
   * What becomes of a quiz from one of its texts to another.
   *
   * @param reordered whether key points or questions that are in both come in another order
   */
  record Comparison(List<ItemChange> changes, boolean reordered) {}

  /** What would be published is not what was looked at. Nothing was changed. */
  class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Changed(String draftId) {
      super("Quiz " + draftId + " has changed since the preview");
    }
  }

  /** The draft has errors. Nothing was changed. */
  class NotPublishable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPublishable(String draftId) {
      super("Quiz " + draftId + " has errors");
    }
  }
}
