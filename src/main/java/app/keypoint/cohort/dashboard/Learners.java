package app.keypoint.cohort.dashboard;

import app.keypoint.access.Own;
import app.keypoint.identity.Accounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * The learners of a cohort, a page at a time. Every method wants the role of an instructor, and
 * answers {@link app.keypoint.identity.GoneException} to whoever does not run the cohort. What a
 * page costs depends on its size; sorting by figures wants those figures of all members as well,
 * which are kept for as long as nobody does anything, and otherwise read in the same number of
 * statements for any.
 */
@Validated
public interface Learners {

  /** The most rows of a page. */
  int MAX_PAGE = 200;

  /** The longest text that is searched for by a field, in UTF-16 units. */
  int MAX_SEARCH = 100;

  /** Days after which somebody who was not seen counts as away. */
  int AWAY_DAYS = 7;

  /** What a list is sorted by; what is unknown comes last either way. */
  enum Sort {
    NAME,
    DUE,
    OVERDUE,
    SUSPENDED,
    RETAINED,
    /** How many of the cohort's quizzes they have finished. */
    FINISHED,
    LAST_SEEN
  }

  /** Who is listed. */
  enum Filter {
    ALL,
    /** With cards overdue. */
    OVERDUE,
    /** Not seen for {@link #AWAY_DAYS} days. */
    AWAY,
    /** With cards due, overdue ones included. */
    DUE,
    /** Who answered anything in their last seven study days. */
    ACTIVE,
    /** With reviews of learned cards in their last seven study days. */
    REVIEWED,
    /** Who finished every quiz. */
    FINISHED,
    /** Whom no rule finds fault with, see {@link Dashboard#onTrack}. */
    ON_TRACK,
    /** Who needs a nudge. */
    NUDGE
  }

  /**
   * What is asked for.
   *
   * @param text part of a name or sign-in name in any case; blank for all
   */
  record Search(
      @Size(max = Accounts.MAX_TYPED) String text, Filter filter, Sort sort, boolean descending) {}

  /**
   * Members from a position on, without their nudges.
   *
   * @param from position of the first, from 0
   * @param size rows at most, up to {@link #MAX_PAGE}
   */
  List<Dashboard.Member> page(
      @Own long instructorId, long cohortId, @Valid Search search, int from, int size);

  /** These members, in this order, without their nudges; who is none (any more) is left out. */
  List<Dashboard.Member> rows(
      @Own long instructorId, long cohortId, @Size(max = MAX_PAGE) List<Long> learnerIds);

  /** All of them at once, to be taken along. */
  List<Dashboard.Member> all(@Own long instructorId, long cohortId, @Valid Search search);

  /** How many there are. */
  int count(@Own long instructorId, long cohortId, @Valid Search search);
}
