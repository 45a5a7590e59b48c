package app.keypoint.cohort.dashboard;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the cohorts of somebody who runs several are doing, without opening each. Wants the role of
 * an instructor.
 */
public interface CohortGlimpses {

  /** Of those that are not archived, by id. The number of statements is the same for any number. */
  Map<Long, Glimpse> of(@Own long instructorId);

  /**
   * A cohort in short, as its own page counts.
   *
   * @param members who can still learn
   * @param onTrack of them those whom no rule finds fault with
   * @param toNudge of them those who need a nudge: some who are not on track were dealt with
   * @param active of them who answered anything in their last seven study days
   * @param overdue cards of all of them that are
   * @param next of the quizzes that the members may begin, what is due next; null when nothing is
   */
  record Glimpse(
      int members, int onTrack, int toNudge, int active, int overdue, @Nullable Due next) {

    /** Of an empty cohort. */
    public static final Glimpse NONE = new Glimpse(0, 0, 0, 0, 0, null);
  }

  /** An assignment that is due. */
  record Due(Quiz quiz, Instant at) {}
}
