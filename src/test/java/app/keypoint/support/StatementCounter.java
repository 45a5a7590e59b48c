package app.keypoint.support;

import java.util.function.Supplier;

/**
 * Counts the SQL statements that an action prepares, to notice an N+1. What other threads do
 * meanwhile, such as a job that is due, does not count.
 */
public class StatementCounter {

  StatementCounter() {}

  public long statementsOf(Supplier<?> action) {
    return SqlRecorder.statementsOf(action).size();
  }
}
