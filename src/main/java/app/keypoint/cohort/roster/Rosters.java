package app.keypoint.cohort.roster;

import app.keypoint.access.Own;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * Brings many learners into a cohort at once. Every method wants the role of an instructor, and
 * answers {@link app.keypoint.identity.GoneException} for a cohort that they do not run or that is
 * archived. Who has an account is told only as far as the administrators' {@link RosterRules} make
 * it visible anyway: docs/adr/0166.
 */
@Validated
public interface Rosters {

  /** The most people in a file. */
  int MAX_ROWS = 5_000;

  /** The largest file. */
  int MAX_BYTES = 2 * 1024 * 1024;

  /** So often may an instructor have a file looked at in an hour. */
  int MAX_PREVIEWS = 30;

  /** What becomes of somebody. */
  enum Outcome {
    /** A member already: nothing. */
    MEMBER,
    /** Has an account and becomes a member. */
    JOINS,
    /** Has an account and is asked on their Today. */
    ASKED,
    /** Is asked on their Today, if there is such an account. */
    ASKED_IF_KNOWN,
    /** Gets an account and becomes a member. */
    NEW,
    /** Is left out. */
    REFUSED
  }

  /** Why somebody is left out. */
  enum Reason {
    NO_USERNAME,
    BAD_USERNAME,
    BAD_NAME,
    TWICE,
    REMOVED,
    NO_ACCOUNT
  }

  /** Somebody and what becomes of them; a reason when they are left out. */
  record Entry(@Valid RosterRow row, Outcome outcome, @Nullable Reason reason) {}

  /** What a file would bring. */
  sealed interface Preview {}

  /** It is read. */
  record Plan(@Size(max = MAX_ROWS) List<@Valid Entry> entries) implements Preview {

    /** How many have one of these outcomes. */
    public int count(Outcome... outcomes) {
      List<Outcome> wanted = Arrays.asList(outcomes);
      return (int) entries.stream().filter(entry -> wanted.contains(entry.outcome())).count();
    }

    /** How many an import does something for. */
    public int brought() {
      return entries.size() - count(Outcome.MEMBER, Outcome.REFUSED);
    }
  }

  /** Why a file is refused as a whole. */
  enum Refusal {
    NOT_TEXT,
    TOO_LARGE,
    TOO_MANY_ROWS,
    NO_ROWS,
    NO_COLUMN,
    BROKEN
  }

  /**
   * It cannot be read.
   *
   * @param line where, from 1; 0 when that says nothing
   */
  record Refused(Refusal why, long line) implements Preview {}

  /**
   * Reads a file and says what an import would do. Nothing happens.
   *
   * @throws app.keypoint.identity.TooManyAttempts after {@link #MAX_PREVIEWS} in an hour
   */
  Preview preview(@Own long instructorId, long cohortId, @Size(max = MAX_BYTES + 1) byte[] file);

  /**
   * Does what a preview said, all of it or nothing. New accounts take a while: it belongs into the
   * background.
   *
   * @return who has a new account, with the password that is shown this once
   * @throws ChangedException when it would do something else now
   * @throws java.util.concurrent.CancellationException when the progress says so
   */
  List<MadeAccount> bring(
      @Own long instructorId, long cohortId, @Valid Plan plan, RosterProgress progress);

  /** Somebody who has an account now. */
  record MadeAccount(String name, String username, String oneTimePassword) {

    /** Without the password. */
    @Override
    public String toString() {
      return "MadeAccount[" + username + "]";
    }
  }

  /** Told how far it is. */
  @FunctionalInterface
  interface RosterProgress {

    /** Whether to go on, after so many of all. */
    boolean goOn(int done, int all);
  }

  /** What a preview said does not hold any more. Nothing was done. */
  class ChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChangedException(long cohortId) {
      super("What was to be done for cohort " + cohortId + " is something else now");
    }
  }
}
