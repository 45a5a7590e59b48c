package app.keypoint.support.races;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Runs two transactions at the same moment, one of which stops at a named point while the other
 * overtakes it or has to wait for it. Nothing depends on how fast either is.
 */
public class Races {

  private static final long PATIENCE_MILLIS = 30_000;

  private final WatchedDataSource database;

  Races(DataSource database) {
    this.database = (WatchedDataSource) database;
  }

  /** Puts the watched data source in the place of the application's. */
  public static class Watching implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      try {
        return bean instanceof DataSource target ? new WatchedDataSource(target) : bean;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * How a race ended.
   *
   * @param waited whether the one that was to overtake had to wait for the one that stood still
   */
  public record Ending(Outcome held, Outcome overtaking, boolean waited) {}

  /**
   * Stops one at a point; starts the other and lets it go as far as it gets, to its end or until it
   * waits for the first; then lets the first go on.
   *
   * @param lock what the point is named after
   */
  public Ending run(Callable<?> held, Point point, Lock lock, Callable<?> overtaking) {
    Racer first = new Racer("the one that is held", point, lock);
    Racer second = new Racer("the one that overtakes", null, lock);
    try {
      first.start(held);
      await(first.stands(PATIENCE_MILLIS), first, second);
      if (first.ended(0)) {
        throw new AssertionError(
            "It ended without coming to %s of %s: %s".formatted(point, lock, first.outcome()));
      }
      second.start(overtaking);
      boolean waited = overtakesOrWaits(first, second);
      first.release();
      await(first.ended(PATIENCE_MILLIS), first, second);
      await(second.ended(PATIENCE_MILLIS), first, second);
      return new Ending(first.outcome(), second.outcome(), waited);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      first.release();
    }
  }

  private boolean overtakesOrWaits(Racer first, Racer second)
      throws InterruptedException, SQLException {
    for (long turns = PATIENCE_MILLIS; turns > 0; turns--) {
      if (second.ended(1)) {
        return false;
      }
      if (database.waits(second, first)) {
        return true;
      }
    }
    throw stuck(first, second);
  }

  private void await(boolean inTime, Racer first, Racer second) throws SQLException {
    if (!inTime) {
      throw stuck(first, second);
    }
  }

  private AssertionError stuck(Racer first, Racer second) throws SQLException {
    return new AssertionError(
        "Nothing moves after %d s.%n%s%n%s%nThe first waits for the second: %s; the second for the first: %s"
            .formatted(
                PATIENCE_MILLIS / 1000,
                first,
                second,
                database.waits(first, second),
                database.waits(second, first)));
  }
}
