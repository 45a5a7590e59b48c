package app.keypoint.cohort.dashboard;

import app.keypoint.access.Own;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * What instructors make of nudges. Every method wants the role of an instructor ({@link
 * org.springframework.security.access.AccessDeniedException} otherwise), and answers {@link
 * app.keypoint.identity.GoneException} for a cohort of somebody else just as for one that does not
 * exist.
 */
@Validated
public interface Nudges {

  /** The longest note, in UTF-16 units. */
  int MAX_NOTE = 500;

  /**
   * Hides a nudge for a week, or until it becomes more pressing.
   *
   * @param level how pressing it was when it was shown
   * @param note why, for all who run the cohort; may be blank
   * @throws app.keypoint.identity.GoneException also when they are no member (any more)
   */
  void dismiss(
      @Own long instructorId,
      long cohortId,
      long learnerId,
      Nudge.Kind kind,
      Nudge.Level level,
      @Size(max = MAX_NOTE) String note);

  /**
   * Writes the note on what was dismissed anew; it stays hidden for as long as it was to be.
   *
   * @param note blank for none
   * @throws app.keypoint.identity.GoneException also when nothing of the kind was dismissed
   */
  void note(
      @Own long instructorId,
      long cohortId,
      long learnerId,
      Nudge.Kind kind,
      @Size(max = MAX_NOTE) String note);

  /**
   * What was dismissed of the present members, latest first: what is hidden now, and what was with
   * a note. Two statements.
   */
  List<Dismissed> dismissed(@Own long instructorId, long cohortId);

  /**
   * A nudge that was dismissed.
   *
   * @param learner their name
   * @param until how long it is, or was, hidden
   * @param note empty when there is none
   * @param by name of who wrote it last; null when nobody knows
   */
  record Dismissed(
      long learnerId,
      String learner,
      Nudge.Kind kind,
      Instant until,
      String note,
      @Nullable String by,
      @Nullable Instant at) {

    /** Whether it is hidden at this moment. */
    public boolean hidden(Instant now) {
      return until.isAfter(now);
    }
  }
}
