package app.keypoint.access;

import java.util.List;

/**
 * What a feature keeps of people, told by the feature: how it is taken along, and what of it goes
 * when somebody's account is erased. It names accounts by their ids alone.
 */
public interface PersonalData {

  /** All of it, in parts, for the person whom it is of. */
  List<Part> parts();

  /**
   * Takes out what tells who somebody is, and leaves what sums rest on. Called in the transaction
   * that erases the account, while the account still has its name.
   *
   * @throws UnderWay when long work on what is theirs would have to end first
   */
  void forget(long accountId);

  /** The same of what others may still write to while they forget. */
  default void forgetLast(long accountId) {}

  /** What somebody else has to take over before the account can be erased. */
  default List<Held> held(long accountId) {
    return List.of();
  }

  /**
   * Gives all of that to somebody else, in one transaction.
   *
   * @param successorId an instructor, who is another
   * @throws NoRoom when they have as much as anybody may have
   */
  default void handOver(long accountId, long successorId) {}

  /** Something long is being done with what is somebody's. Nothing was forgotten. */
  final class UnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnderWay(long accountId) {
      super("Something of account " + accountId + " is under way");
    }
  }

  /** A successor cannot take so much. Nothing changed hands. */
  final class NoRoom extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRoom(long successorId) {
      super("Account " + successorId + " cannot take so much");
    }
  }

  /**
   * A table of what is kept.
   *
   * @param name of its files, in lower case with hyphens
   * @param query gives the rows; its one parameter is {@code :accountId}, its columns' names are
   *     the heads
   */
  record Part(String name, String query) {}

  /** What is somebody's to run. */
  record Held(Kind kind, String name) {

    /** Of what sort. */
    public enum Kind {
      COHORT,
      QUIZ
    }
  }
}
