package app.keypoint.authoring;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * Whose a quiz is and for whom. Every method wants the role of an instructor, and answers {@link
 * app.keypoint.identity.GoneException} to whoever lacks the right that it names.
 */
@Validated
public interface Sharing {

  /** The most people that a quiz is shared with. */
  int MAX_PEOPLE = 100;

  /** With whom it is shared and for whom it is open. Wants {@link Right#USE}. */
  Shared of(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);

  /**
   * Shares it with another instructor, or changes what they may. Wants {@link Right#OWN}.
   *
   * @param colleague their user name
   * @param right {@link Right#USE} or {@link Right#EDIT}
   * @throws app.keypoint.identity.GoneException also when no other instructor has this name
   * @throws Drafts.TooMuch when it is shared with {@link #MAX_PEOPLE}
   * @throws app.keypoint.identity.TooManyAttempts after {@link
   *     app.keypoint.identity.Colleagues#MAX_IN_VAIN} names in vain
   */
  void share(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Accounts.MAX_TYPED) String colleague,
      Right right);

  /**
   * Ends that, and closes the quiz to the cohorts that they opened it to. Wants {@link Right#OWN}.
   *
   * @param colleague their user name
   */
  void unshare(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Accounts.MAX_TYPED) String colleague);

  /**
   * Makes somebody with whom it is shared its author; the present one may edit it from then on.
   * Wants {@link Right#OWN}.
   *
   * @param successor their user name
   * @throws app.keypoint.identity.GoneException also when it is not shared with them, or they are
   *     no instructor any more
   * @throws Drafts.TooMuch when they have {@link Drafts#MAX_QUIZZES}
   */
  void handOver(
      @Own long instructorId,
      @Size(max = Quiz.MAX_ID) String draftId,
      @Size(max = Accounts.MAX_TYPED) String successor);

  /**
   * Opens it to everyone, or to the cohorts alone that it is opened to. Wants {@link Right#OWN}.
   */
  void openToEveryone(
      @Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId, boolean everyone);

  /**
   * Opens it to a cohort of one's own, or closes it. Learners who have begun keep their cards.
   * Wants {@link Right#USE}.
   *
   * @throws app.keypoint.identity.GoneException also when it is to be opened to one that is
   *     archived
   */
  void openToCohort(
      @Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId, long cohortId, boolean open);

  /**
   * With whom and for whom.
   *
   * @param people by name; empty for whoever is not the author
   * @param cohorts the caller's own, by name; archived ones only while it is open to them
   * @param othersCohorts how many of other instructors it is open to
   */
  record Shared(
      Right right,
      List<Person> people,
      boolean everyone,
      List<CohortOpening> cohorts,
      int othersCohorts) {}

  /** Somebody with whom it is shared. */
  record Person(String username, String name, Right right) {}

  /**
   * A cohort and whether its members get the quiz.
   *
   * @param archived then it can only be closed
   */
  record CohortOpening(long cohortId, String name, boolean open, boolean archived) {}
}
