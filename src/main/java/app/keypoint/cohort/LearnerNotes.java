package app.keypoint.cohort;

import app.keypoint.access.Own;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * What a cohort's instructors write about its members for each other: nobody else reads it. A note
 * ends with the membership. Every method wants the role of an instructor, and answers {@link
 * app.keypoint.identity.GoneException} to whoever does not run the cohort, and about whoever is no
 * member.
 */
@Validated
public interface LearnerNotes {

  /** The longest note, in UTF-16 units. */
  int MAX_NOTE = 2_000;

  /** The most notes about a member. */
  int MAX_NOTES = 200;

  /** All about a member, newest first. */
  List<Note> of(@Own long instructorId, long cohortId, long learnerId);

  /**
   * Adds one.
   *
   * @throws IllegalStateException when there are {@link #MAX_NOTES}
   */
  void write(
      @Own long instructorId,
      long cohortId,
      long learnerId,
      @NotBlank @Size(max = MAX_NOTE) String note);

  /** Removes one, whoever wrote it; one that is not there is no error. */
  void remove(@Own long instructorId, long cohortId, long learnerId, long noteId);

  /**
   * A note.
   *
   * @param author name of who wrote it
   */
  record Note(long id, String author, Instant at, String text) {}
}
