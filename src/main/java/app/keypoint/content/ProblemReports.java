package app.keypoint.content;

import app.keypoint.access.Own;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** What learners say is wrong with a question. */
@Validated
public interface ProblemReports {

  /** The longest note, in characters. */
  int MAX_NOTE = 1000;

  /** How many a learner may report in 24 hours. */
  int MAX_A_DAY = 20;

  /** The most that are told about some questions. */
  int MAX_ABOUT = 1_000;

  /** How long a report is kept. */
  Period KEPT = Period.ofDays(365);

  /**
   * Keeps a learner's note about the wording of a question that they saw.
   *
   * @return the report's id, for {@link #withdraw}
   * @throws IllegalArgumentException when the note is blank or longer than {@link #MAX_NOTE}
   * @throws TooManyReports when the learner has reported {@link #MAX_A_DAY} in a day
   */
  long report(@Own long learnerId, long questionVersionId, @Size(max = MAX_NOTE) String note);

  /** Takes a learner's own report back; another's stays. */
  void withdraw(@Own long learnerId, long reportId);

  /** Forgets reports that are older than {@link #KEPT}. */
  void forgetOld();

  /**
   * The latest of all, newest first, a hundred at most; one query. For administrators, who maintain
   * the quiz files ({@link org.springframework.security.access.AccessDeniedException} otherwise).
   */
  List<Report> latest();

  /**
   * The latest of these learners, newest first, a hundred at most; one query. For instructors; the
   * caller makes sure that the learners are theirs.
   */
  List<Report> of(@Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds);

  /**
   * The latest about any wording of these questions, newest first, {@link #MAX_ABOUT} at most; one
   * query. The caller makes sure that the questions are theirs.
   */
  List<Report> about(
      @Size(max = ServedQuestions.MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /**
   * The latest of these learners about any wording of these questions, newest first, {@link
   * #MAX_ABOUT} at most; one query. The caller makes sure that the learners are theirs.
   */
  List<Report> of(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Size(max = ServedQuestions.MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /** The learner has reported as much as may be in a day. Nothing was kept. */
  class TooManyReports extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyReports(long learnerId) {
      super("Learner " + learnerId + " has reported " + MAX_A_DAY + " problems in a day");
    }
  }

  /** A note and the version of the question that it is about. */
  record Report(long id, long learnerId, long questionVersionId, String note, Instant at) {}
}
