package app.keypoint.cohort;

import app.keypoint.access.Own;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * Who runs a cohort. Each of its instructors sees all of it and runs it like its owner; who they
 * are, and whether it goes on at all, is for the owner. Every method wants the role of an
 * instructor, and answers {@link app.keypoint.identity.GoneException} to whoever does not run the
 * cohort, or does not own it where that is wanted.
 */
@Validated
public interface CohortInstructors {

  /** The most that a cohort has beside its owner. */
  int MAX = 20;

  /** The owner, then the others by name. */
  List<Teacher> of(@Own long instructorId, long cohortId);

  /**
   * Adds another instructor; nothing changes if they are one already. The owner does.
   *
   * @param colleague their sign-in name
   * @throws app.keypoint.identity.GoneException also when no other instructor has this name
   * @throws TooManyInstructorsException when there are {@link #MAX} already
   * @throws app.keypoint.identity.TooManyAttempts after {@link
   *     app.keypoint.identity.Colleagues#MAX_IN_VAIN} names in vain
   */
  void add(@Own long instructorId, long cohortId, @Size(max = Accounts.MAX_TYPED) String colleague);

  /**
   * Takes an instructor away, at once, and closes to the cohort the quizzes that they opened to it.
   * The owner takes away anybody but themselves, others themselves only.
   *
   * @param teacher their sign-in name
   */
  void remove(
      @Own long instructorId, long cohortId, @Size(max = Accounts.MAX_TYPED) String teacher);

  /**
   * Makes one of the others the owner, beside whom the present one stays. The owner does.
   *
   * @param teacher their sign-in name
   */
  void handOver(
      @Own long instructorId, long cohortId, @Size(max = Accounts.MAX_TYPED) String teacher);

  /** One of them. */
  record Teacher(String username, String name, boolean owner) {}

  /** A cohort has as many instructors as it may have. */
  class TooManyInstructorsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyInstructorsException(long cohortId) {
      super("Cohort " + cohortId + " has " + MAX + " instructors beside its owner");
    }
  }
}
